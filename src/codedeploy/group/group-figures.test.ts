import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { durationPoints } from "./duration-points.ts";
import { groupFigures } from "./group-figures.ts";
import { rollbackJoints } from "./rollback-joints.ts";

const NOON_MS = Date.UTC(2026, 10, 20, 12);
const MINUTE_MS = 60_000;

function run(place: number, minutes: number, rest: Deployment = {}): Deployment {
  const createTime = NOON_MS - place * 60 * MINUTE_MS;
  const completeTime = createTime + minutes * MINUTE_MS;
  return { deploymentId: `d-${place}`, createTime, completeTime, status: "Succeeded", ...rest };
}

const ALL: readonly Deployment[] = [
  { deploymentId: "d-NOW", createTime: NOON_MS, status: "InProgress" },
  run(1, 1, { creator: "codeDeployRollback", rollbackInfo: { rollbackTriggeringDeploymentId: "d-3" } }),
  run(2, 4),
  run(3, 9, { status: "Failed", rollbackInfo: { rollbackDeploymentId: "d-1" } }),
  run(4, 2),
  run(5, 6),
  run(6, 30, { status: "Stopped" }),
];

test("the success rate leaves out what runs and what rolls back; bars are drawn to the longest", () => {
  expect(groupFigures(ALL)).toEqual({
    ended: 5,
    succeeded: 3,
    rollbacks: 1,
    usualMs: 4 * MINUTE_MS,
    longestMs: 30 * MINUTE_MS,
  });
  expect(groupFigures([])).toEqual({
    ended: 0,
    succeeded: 0,
    rollbacks: 0,
    usualMs: undefined,
    longestMs: 0,
  });
});

test("a line joins a rollback with what it rolls back, past what lies between, also where one of them alone says so", () => {
  const joined = [
    { above: false, below: false },
    { above: false, below: true },
    { above: true, below: true },
    { above: true, below: false },
    { above: false, below: false },
    { above: false, below: false },
    { above: false, below: false },
  ];
  expect(rollbackJoints(ALL)).toEqual(joined);
  expect(
    rollbackJoints(
      ALL.map((each) => ({
        ...each,
        creator: "user",
        ...(each.status === "Failed" && { rollbackInfo: {} }),
      })),
    ),
  ).toEqual(joined);
  // Its partner was not read.
  expect(rollbackJoints(ALL.slice(3))[0]).toEqual({ above: false, below: false });
});

/** A deployment that takes part in rollbacks so. */
function taking(
  part: Readonly<Record<"deploymentId" | "undoes" | "undone", string | undefined>>,
): Deployment {
  const { deploymentId, undoes, undone } = part;
  return {
    ...(deploymentId && { deploymentId }),
    rollbackInfo: {
      ...(undoes && { rollbackTriggeringDeploymentId: undoes }),
      ...(undone && { rollbackDeploymentId: undone }),
    },
  };
}

test("a line begins and ends with a row, whatever AWS says", () => {
  const id = fc.constantFrom("d-1", "d-2", "d-3", "d-4", undefined);
  const deployment = fc.record({ deploymentId: id, undoes: id, undone: id }).map(taking);
  fc.assert(
    fc.property(fc.array(deployment, { maxLength: 6 }), (deployments) => {
      const joints = rollbackJoints(deployments);
      expect(joints).toHaveLength(deployments.length);
      for (const [place, { below }] of joints.entries()) {
        expect(joints[place + 1]?.above ?? false).toBe(below);
      }
      expect(joints[0]?.above ?? false).toBe(false);
    }),
  );
});

test("the chart has what has ended, oldest first, a hundred at most", () => {
  expect(
    durationPoints(ALL).map(({ deploymentId, lengthMs }) => `${deploymentId} ${lengthMs / MINUTE_MS}`),
  ).toEqual(["d-6 30", "d-5 6", "d-4 2", "d-3 9", "d-2 4", "d-1 1"]);
  const many = durationPoints(Array.from({ length: 130 }, (_, place) => run(place, 1)));
  expect(many.map(({ deploymentId }) => deploymentId)).toEqual(
    Array.from({ length: 100 }, (_, place) => `d-${99 - place}`),
  );
});
