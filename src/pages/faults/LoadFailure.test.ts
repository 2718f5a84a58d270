import { describe, expect, test } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { clockSkewMs, errorDetails } from "./LoadFailure.tsx";

const WANTED = [
  ["Deployment", "d-74D35AS7C"],
  ["Region", "us-east-1"],
] as const;

test("the details to send on hold what was asked and AWS's evidence", () => {
  const error = new AppError("not-found", {
    awsCode: "DeploymentDoesNotExistException",
    detail: "Deployment d-74D35AS7C could not be found.",
    requestId: "c0ffee",
  });
  expect(errorDetails(error, WANTED)).toBe(
    `Deployment: d-74D35AS7C
Region: us-east-1
Failure: not-found
AWS error: DeploymentDoesNotExistException
AWS message: Deployment d-74D35AS7C could not be found.
Request id: c0ffee`,
  );
});

test("the details leave out what AWS did not send", () => {
  expect(errorDetails(new AppError("network"), WANTED)).toBe(
    "Deployment: d-74D35AS7C\nRegion: us-east-1\nFailure: network",
  );
});

const BEHIND =
  "Signature expired: 20261122T140210Z is now earlier than 20261122T141010Z (20261122T141510Z - 5 min.)";
const AHEAD =
  "Signature not yet current: 20261122T151510Z is still later than 20261122T142010Z (20261122T141510Z + 5 min.)";

describe("how wrong this device's clock is", () => {
  test.each([
    [BEHIND, -13 * 60_000],
    [AHEAD, 60 * 60_000],
  ])("is read from AWS's refusal: %s", (detail, skewMs) => {
    expect(clockSkewMs(detail)).toBe(skewMs);
  });

  test.each([
    undefined,
    "",
    "The security token included in the request is expired",
    "Signature expired: 20269922T140210Z is now earlier than 20261122T141010Z (20261122T141510Z - 5 min.)",
  ])("is not guessed from %j", (detail) => {
    expect(clockSkewMs(detail)).toBeUndefined();
  });
});
