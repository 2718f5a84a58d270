import { describe, expect, test } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { outcomeOf } from "./action-outcome.ts";
import type { ActionFailure } from "./action-outcome.ts";
import { outcomeWords } from "./outcome-words.ts";
import { refusalWords } from "./refusal-words.ts";

const failure = (members: Partial<ActionFailure> = {}): ActionFailure => ({
  kind: "unknown",
  awsCode: undefined,
  detail: undefined,
  action: "codedeploy:StopDeployment",
  requestId: undefined,
  wasSent: true,
  ...members,
});

/** The errors that AWS's model names for StopDeployment, ContinueDeployment and CreateDeployment. */
const MODELLED = [
  "DeploymentIdRequiredException",
  "DeploymentDoesNotExistException",
  "DeploymentGroupDoesNotExistException",
  "DeploymentAlreadyCompletedException",
  "InvalidDeploymentIdException",
  "UnsupportedActionForDeploymentTypeException",
  "DeploymentIsNotInReadyStateException",
  "InvalidDeploymentWaitTypeException",
  "InvalidDeploymentStatusException",
  "ApplicationNameRequiredException",
  "InvalidApplicationNameException",
  "ApplicationDoesNotExistException",
  "DeploymentGroupNameRequiredException",
  "InvalidDeploymentGroupNameException",
  "RevisionRequiredException",
  "RevisionDoesNotExistException",
  "InvalidRevisionException",
  "InvalidDeploymentConfigNameException",
  "DeploymentConfigDoesNotExistException",
  "DescriptionTooLongException",
  "DeploymentLimitExceededException",
  "InvalidTargetInstancesException",
  "InvalidAlarmConfigException",
  "AlarmsLimitExceededException",
  "InvalidAutoRollbackConfigException",
  "InvalidLoadBalancerInfoException",
  "InvalidFileExistsBehaviorException",
  "InvalidRoleException",
  "InvalidAutoScalingGroupException",
  "InvalidUpdateOutdatedInstancesOnlyValueException",
  "InvalidIgnoreApplicationStopFailuresValueException",
  "InvalidGitHubAccountTokenException",
  "InvalidTrafficRoutingConfigurationException",
];

describe("a refusal", () => {
  test.each(MODELLED)("%s is told in words of its own", (awsCode) => {
    const kind = /IdRequired|InvalidDeploymentId/.test(awsCode) ? "invalid-id" : "unknown";
    const { title, meaning, steps } = refusalWords(failure({ awsCode, kind }));
    expect(title).not.toBe("AWS refused the request");
    expect(title).not.toMatch(/\.$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(steps[0]).toMatch(/^[A-Z].*\.$/);
  });

  test("for a permission names what is missing", () => {
    const detail =
      "User: arn:aws:sts::123456789012:assumed-role/Reader/x is not authorized to perform: codedeploy:StopDeployment on resource: * because no identity-based policy allows the codedeploy:StopDeployment action";
    const words = refusalWords(failure({ kind: "access-denied", awsCode: "AccessDeniedException", detail }));
    expect(words.title).toBe("Your role may not do this");
    expect(words.meaning).toBe("CodeDeploy refused codedeploy:StopDeployment to the role Reader.");
  });

  test("for too many requests does not promise a repetition", () => {
    const { steps } = refusalWords(failure({ kind: "throttled", awsCode: "ThrottlingException" }));
    expect(steps.join(" ")).not.toContain("by itself");
  });

  test("names the deployment that stands in the way", () => {
    const detail = "The Deployment Group 'prod' already has an active Deployment 'd-74D35AS7C'";
    expect(refusalWords(failure({ detail })).otherId).toBe("d-74D35AS7C");
  });
});

describe("what an attempt that failed means", () => {
  test.each([
    ["network", undefined, "unknown"],
    ["server", "InternalFailure", "unknown"],
    ["server", undefined, "unknown"],
    ["malformed", undefined, "unknown"],
    ["unknown", undefined, "unknown"],
    // AWS has a name for it: it is a refusal, whichever.
    ["unknown", "SomethingNewException", "refused"],
    ["access-denied", "AccessDeniedException", "refused"],
    ["throttled", "ThrottlingException", "refused"],
    ["signed-out", "ExpiredTokenException", "refused"],
    ["clock-skew", "InvalidSignatureException", "refused"],
    ["not-found", "DeploymentDoesNotExistException", "refused"],
    ["invalid-id", "InvalidDeploymentIdException", "refused"],
    ["blocked", undefined, "refused"],
  ] as const)("%s (%s), once the request was sent, is %s", (kind, awsCode, state) => {
    expect(outcomeOf(new AppError(kind, { awsCode }), true)).toMatchObject({ state });
    expect(outcomeOf(new AppError(kind, { awsCode }), false)).toMatchObject({ state: "refused" });
  });
});

test("what became of an action is one line of the log", () => {
  const action = { id: "1", kind: "stop" as const, atMs: 1_000, endedAtMs: 3_000 };
  expect(outcomeWords({ id: "1", kind: "stop", atMs: 1_000 })).toBe("not answered yet");
  expect(outcomeWords({ ...action, outcome: { state: "accepted", status: "Pending" } })).toBe(
    "accepted by AWS (Pending) after 2s",
  );
  expect(
    outcomeWords({
      ...action,
      outcome: { state: "refused", failure: failure({ awsCode: "DeploymentAlreadyCompletedException" }) },
    }),
  ).toBe("refused by AWS after 2s: The deployment has already ended");
  expect(outcomeWords({ ...action, outcome: { state: "unknown", failure: undefined } })).toContain(
    "not known",
  );
});
