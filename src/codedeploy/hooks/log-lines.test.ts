import { expect, test } from "vitest";
import { lastLines, logWindow } from "./log-lines.ts";

const line = (atMs: number | undefined, text: string) => ({ id: undefined, atMs, text });

test("the last lines stand in the order in which they were written, whatever comes first", () => {
  const lines = [line(3, "c"), line(1, "a"), line(2, "b")];
  expect(lastLines(lines, 2).map(({ text }) => text)).toEqual(["b", "c"]);
});

test("lines of one millisecond are not turned round", () => {
  const newestFirst = [line(2, "REPORT"), line(2, "END"), line(1, "START")];
  expect(lastLines(newestFirst, 50).map(({ text }) => text)).toEqual(["START", "END", "REPORT"]);
});

test("a hook's time goes to a minute after its end, and of one that runs to a minute from now", () => {
  expect(logWindow({ startMs: 1_000, endMs: 5_000 }, 9_000)).toEqual({ fromMs: 1_000, untilMs: 65_000 });
  expect(logWindow({ startMs: 1_000, endMs: undefined }, 9_000)).toEqual({ fromMs: 1_000, untilMs: 69_000 });
});
