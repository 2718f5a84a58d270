import fc from "fast-check";
import { expect, test } from "vitest";
import { TimerQueue } from "./timer-queue.ts";

function start() {
  const timers = new TimerQueue();
  const ran: string[] = [];
  let nowMs = 0;
  const pass = (ms: number) => timers.pass(ms, (passedMs) => (nowMs += passedMs));
  const note = (name: string) => () => void ran.push(`${name} at ${nowMs}`);
  return { ...timers.globals, ran, pass, note, now: () => nowMs };
}

test("timers run when they are due, those of the same moment in the order in which they were set", () => {
  const { setTimeout, pass, ran, note, now } = start();
  setTimeout(note("late"), 30);
  setTimeout(note("first"), 10);
  setTimeout(note("second"), 10);
  pass(20);
  expect(ran).toEqual(["first at 10", "second at 10"]);
  expect(now()).toBe(20);
  pass(10);
  expect(ran.slice(2)).toEqual(["late at 30"]);
});

test("a timer may set another, and an interval goes on until it is cleared", () => {
  const { setTimeout, setInterval, clearInterval, clearTimeout, pass, ran, note } = start();
  setTimeout(() => setTimeout(note("inner"), 5), 10);
  clearTimeout(setTimeout(note("cleared"), 1));
  const id = setInterval(note("tick"), 10);
  pass(25);
  clearInterval(id);
  pass(100);
  expect(ran).toEqual(["tick at 10", "inner at 15", "tick at 20"]);
});

test("any number of timers run in the order of their times", () => {
  const delays = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 });
  fc.assert(
    fc.property(delays, delays, (before, after) => {
      const { setTimeout, pass, ran, note } = start();
      const dueMs = [...before, ...after.map((ms) => 7 + ms)];
      before.forEach((ms, index) => setTimeout(note(`${index}`), ms));
      pass(7);
      after.forEach((ms, index) => setTimeout(note(`${before.length + index}`), ms));
      pass(100);
      const expected = dueMs.map((ms, index) => ({ ms, index })).toSorted((one, other) => one.ms - other.ms);
      expect(ran).toEqual(expected.map(({ ms, index }) => `${index} at ${ms}`));
    }),
  );
});
