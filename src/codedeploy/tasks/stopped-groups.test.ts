import { expect, test } from "vitest";
import type { StoppedTask } from "./ecs-service.ts";
import { hasBecomeSteady, stoppedCause, stoppedGroups, stoppedWords } from "./stopped-groups.ts";
import { makeTaskSet } from "../../../testing/make-task-set.ts";

function task(stoppedReason: string, createdMs: number, stoppedMs: number): StoppedTask {
  return {
    arn: `${stoppedReason} ${createdMs}`,
    startedBy: "ecs-svc/1",
    taskDefinition: undefined,
    createdMs,
    stoppedMs,
    stopCode: undefined,
    stoppedReason,
    containers: [],
  };
}

test("tasks that stopped for one reason are one group, the most frequent first; those that were no longer wanted are left out", () => {
  const groups = stoppedGroups([
    task("Words", 0, 1000),
    task("Task failed container health checks", 0, 9000),
    task("Scaling activity initiated by (deployment ecs-svc/1)", 0, 1000),
    task("Task failed container health checks", 10_000, 20_000),
  ]);
  expect(groups.map(({ reason, tasks, lastMs }) => [reason.summary, tasks.length, lastMs])).toEqual([
    ["failed its container health check", 2, 20_000],
    ["Words", 1, 1000],
  ]);
});

const told = (tasks: readonly StoppedTask[], how = {}) => ({
  groups: stoppedGroups(tasks),
  isOwn: true,
  isSteady: false,
  ...how,
});
const TWO = [task("x", 0, 1000), task("x", 60_000, 240_000)];

test.each([
  [[], undefined],
  [[task("x", 0, 1000)], "1 new task stopped."],
  [TWO, "The new tasks keep stopping: 2 within 4m."],
  [
    [task("x", 0, 1000), task("y", 60_000, 90_000), task("y", 100_000, 120_000)],
    "The new tasks keep stopping: 3 within 2m.",
  ],
] as const)("%# stopped tasks in a sentence", (tasks, words) => {
  expect(stoppedWords(told(tasks), false)).toBe(words);
});

test("of a deployment that has ended nothing is said to keep on", () => {
  expect(stoppedWords(told(TWO), true)).toBe("2 new tasks stopped within 4m.");
});

test("of a deployment that has ended the reason is told where all tasks had the same", () => {
  const unhealthy = (createdMs: number, stoppedMs: number) =>
    task("Task failed container health checks", createdMs, stoppedMs);
  expect(stoppedCause(told([unhealthy(0, 9000), unhealthy(10_000, 20_000)]))).toBe(
    "2 new tasks stopped within 20s: failed its container health check.",
  );
  expect(stoppedCause(told([unhealthy(0, 9000), task("x", 10_000, 20_000)]))).toBe(
    "2 new tasks stopped within 20s.",
  );
  expect(stoppedCause(told([]))).toBeUndefined();
});

test("of a task set that has become steady since, nothing is said to keep on", () => {
  const set = makeTaskSet({ stability: "STEADY_STATE", stabilitySinceMs: 240_000 });
  const groups = stoppedGroups(TWO);
  expect(hasBecomeSteady(groups, set)).toBe(true);
  expect(stoppedWords(told(TWO, { isSteady: true }), false)).toBe("2 new tasks stopped within 4m.");
  for (const other of [
    { ...set, stabilitySinceMs: 239_999 },
    { ...set, stabilitySinceMs: undefined },
    { ...set, stability: "STABILIZING" },
    undefined,
  ])
    expect(hasBecomeSteady(groups, other)).toBe(false);
});

test("where the service is not known, tasks are not called new", () => {
  const unknown = { isOwn: false };
  expect(stoppedWords(told([task("x", 0, 1000)], unknown), false)).toBe("1 task of the service stopped.");
  expect(stoppedWords(told(TWO, unknown), false)).toBe("The service’s tasks keep stopping: 2 within 4m.");
  expect(stoppedWords(told(TWO, unknown), true)).toBe("2 tasks of the service stopped within 4m.");
});
