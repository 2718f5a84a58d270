import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { groupHistory, worthAsking } from "./group-history.ts";

const MINUTE = 60_000;
const DAY_MS = Date.UTC(2026, 9, 21);

/** @param atMs since the beginning of the day */
function run(deploymentId: string, atMs: number, minutes: number, rest: Deployment = {}): Deployment {
  const createTime = DAY_MS + atMs;
  const completeTime = createTime + minutes * MINUTE;
  return { deploymentId, createTime, completeTime, status: "Succeeded", ...rest };
}

const now: Deployment = { deploymentId: "d-now", createTime: DAY_MS + 10 * MINUTE, status: "InProgress" };

describe("the usual duration", () => {
  test("is the median of the successes, the deployment itself and rollbacks left out", () => {
    const others = [
      run("d-1", 0, 2),
      run("d-2", 1, 3),
      run("d-3", 2, 10),
      run("d-now", 10 * MINUTE, 99),
      run("d-4", 3, 99, { status: "Failed" }),
      run("d-5", 4, 99, { creator: "codeDeployRollback" }),
    ];
    expect(groupHistory(now, others).usualMs).toBe(3 * MINUTE);
  });

  test.each<object>([
    { creator: "codeDeployRollback" },
    { creator: "CodeDeployRollback" },
    { creator: "CloudFormationRollback" },
    { creator: "cloudFormationRollback" },
    { rollbackInfo: { rollbackTriggeringDeploymentId: "d-1" } },
  ])("takes no rollback into account, however AWS marks it: %j", (mark) => {
    const others = [run("d-1", 0, 2), run("d-2", 1, 3), run("d-3", 2, 4, mark)];
    expect(groupHistory(now, others).usualMs).toBeUndefined();
  });

  test("compares with the same configuration where there are three of it", () => {
    const slow = { deploymentConfigName: "OneAtATime" };
    const others = [run("d-1", 0, 1), run("d-2", 1, 1), run("d-3", 2, 1), run("d-4", 3, 7, slow)];
    const mine = { ...now, ...slow };
    expect(groupHistory(mine, others).usualMs).toBe(MINUTE);
    const more = [...others, run("d-5", 4, 8, slow), run("d-6", 5, 9, slow)];
    expect(groupHistory(mine, more).usualMs).toBe(8 * MINUTE);
  });

  test("is not known from two", () => {
    expect(groupHistory(now, [run("d-1", 0, 2), run("d-2", 1, 3)]).usualMs).toBeUndefined();
  });
});

test("the neighbours are those created just before and just after, in whatever order AWS lists them", () => {
  const others = [
    run("d-old", MINUTE, 1),
    run("d-after", 11 * MINUTE, 1),
    run("d-before", 9 * MINUTE, 1),
    run("d-late", 30 * MINUTE, 1),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(others, { minLength: 4 }), (shuffled) => {
      expect(groupHistory(now, shuffled)).toMatchObject({ previousId: "d-before", nextId: "d-after" });
    }),
  );
  expect(groupHistory({}, others)).toMatchObject({ previousId: undefined, nextId: undefined });
});

test("asked for are at most 25, the neighbours among them, never the deployment itself", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.nat().map((id) => `d-${id}`),
        { minLength: 3, maxLength: 200 },
      ),
      fc.nat(),
      (ids, n) => {
        const place = n % ids.length;
        const own = ids[place] ?? "";
        const asked = worthAsking(own, ids, ids.toReversed());
        expect(asked.length).toBeLessThanOrEqual(25);
        expect(asked).not.toContain(own);
        const neighbours = [...ids.slice(Math.max(0, place - 1), place), ...ids.slice(place + 1, place + 2)];
        expect(asked).toEqual(expect.arrayContaining(neighbours));
      },
    ),
  );
});
