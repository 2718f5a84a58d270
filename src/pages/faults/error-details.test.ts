import { expect, test } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { errorDetails } from "./error-details.ts";

const REF = { region: "us-east-1", deploymentId: "d-74D35AS7C" };

test("the details to send on hold what was asked and AWS's evidence", () => {
  const error = new AppError("not-found", {
    awsCode: "DeploymentDoesNotExistException",
    detail: "Deployment d-74D35AS7C could not be found.",
    requestId: "c0ffee",
  });
  expect(errorDetails(error, REF)).toBe(
    `Deployment: d-74D35AS7C
Region: us-east-1
Failure: not-found
AWS error: DeploymentDoesNotExistException
AWS message: Deployment d-74D35AS7C could not be found.
Request id: c0ffee`,
  );
});

test("the details leave out what AWS did not send", () => {
  expect(errorDetails(new AppError("network"), REF)).toBe(
    "Deployment: d-74D35AS7C\nRegion: us-east-1\nFailure: network",
  );
});
