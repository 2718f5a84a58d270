import { expect, test } from "vitest";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";
import { firstTryMs } from "./first-tries.ts";
import { AFTER_FAILURES_MS, JITTER, MALFORMED_MS, MAX_THROTTLED_MS } from "../polling/poll-interval.ts";

/** The wait after so many failures in a row. */
const after = (kind: AppErrorKind, failures: number) =>
  firstTryMs({ data: undefined, error: new AppError(kind), errorUpdateCount: failures });

test("what was never answered is asked for again, less and less often", () => {
  for (const [place, wantedMs] of AFTER_FAILURES_MS.entries()) {
    const ms = after("network", place + 1);
    expect(ms).toBeGreaterThanOrEqual(wantedMs * (1 - JITTER));
    expect(ms).toBeLessThanOrEqual(wantedMs * (1 + JITTER));
    expect(after("network", place + 1), "the same at each asking").toBe(ms);
  }
  expect(after("malformed", 1)).toBeGreaterThanOrEqual(MALFORMED_MS * (1 - JITTER));
  expect(after("throttled", 20)).toBeLessThanOrEqual(MAX_THROTTLED_MS * (1 + JITTER));
});

test.each<AppErrorKind>(["access-denied", "not-found", "signed-out", "blocked"])(
  "after %s it is not: nothing would change",
  (kind) => {
    expect(after(kind, 1)).toBe(false);
  },
);

test.each([
  "ApplicationDoesNotExistException",
  "DeploymentGroupDoesNotExistException",
  "InvalidApplicationNameException",
  "InvalidDeploymentGroupNameException",
])("after %s it is not, either", (awsCode) => {
  const error = new AppError("unknown", { awsCode });
  expect(firstTryMs({ data: undefined, error, errorUpdateCount: 1 })).toBe(false);
});

test("nothing is asked again by itself once there is an answer, and before the first failure", () => {
  expect(firstTryMs({ data: [], error: new AppError("network"), errorUpdateCount: 1 })).toBe(false);
  expect(firstTryMs({ data: undefined, error: null, errorUpdateCount: 0 })).toBe(false);
});
