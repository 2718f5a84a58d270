import { expect, test } from "vitest";
import type { EcsService, StoppedTask } from "./ecs-service.ts";
import { eventsSince, serviceOf, tasksOf } from "./ecs-service.ts";
import { makeTaskSet } from "../../../testing/make-task-set.ts";

const SERVICE: EcsService = {
  taskSets: [
    makeTaskSet({ id: "ecs-svc/old", deploymentId: "d-BEFORE001" }),
    makeTaskSet({ id: "ecs-svc/new", deploymentId: "d-THIS00001" }),
  ],
  events: [
    { id: "2", atMs: 200, message: "two" },
    { id: "1", atMs: 100, message: "one" },
  ],
};

function stopped(startedBy: string, createdMs: number): StoppedTask {
  return {
    arn: `${startedBy} ${createdMs}`,
    startedBy,
    taskDefinition: undefined,
    createdMs,
    stoppedMs: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    containers: [],
  };
}

const ALL = [stopped("ecs-svc/old", 200), stopped("ecs-svc/new", 200), stopped("ecs-svc/gone", 50)];
const THIS = { deploymentId: "d-THIS00001", createdMs: 100, endedMs: undefined };

test("a deployment's tasks are those of the task set that names it", () => {
  expect(tasksOf(ALL, SERVICE, THIS).map(({ startedBy }) => startedBy)).toEqual(["ecs-svc/new"]);
});

test("where ECS no longer shows its task set, they are those that no other set has and that are younger than the deployment", () => {
  const without = { ...SERVICE, taskSets: SERVICE.taskSets.slice(0, 1) };
  expect(tasksOf(ALL, without, THIS).map(({ startedBy }) => startedBy)).toEqual(["ecs-svc/new"]);
  expect(tasksOf(ALL, undefined, { ...THIS, createdMs: 0 })).toHaveLength(3);
  expect(tasksOf(ALL, undefined, { ...THIS, createdMs: undefined })).toEqual([]);
  // What started after the end belongs to the next deployment, whose task set may be gone as well.
  expect(tasksOf(ALL, without, { ...THIS, endedMs: 199 })).toEqual([]);
});

test("events from before the deployment are not its own", () => {
  expect(eventsSince(SERVICE, 150).map(({ message }) => message)).toEqual(["two"]);
  expect(eventsSince(SERVICE, undefined)).toEqual([]);
});

test.each([
  ["prod:checkout", { cluster: "prod", service: "checkout" }],
  ["prod", undefined],
  [":checkout", undefined],
  ["prod:", undefined],
  ["a:b:c", undefined],
  ["i-0123456789abcdef0", undefined],
])("the target id %s names %j", (id, expected) => {
  expect(serviceOf(id)).toEqual(expected);
});
