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

const limit = (detail: string) =>
  refusalWords(failure({ awsCode: "DeploymentLimitExceededException", detail }));

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

  test("by a policy that denies it promises nothing of one that allows it", () => {
    const detail =
      "User: arn:aws:sts::123456789012:assumed-role/Reader/x is not authorized to perform: codedeploy:StopDeployment with an explicit deny in a service control policy";
    const words = refusalWords(failure({ kind: "access-denied", awsCode: "AccessDeniedException", detail }));
    expect(words.steps[0]).toContain("A policy denies it explicitly");
    expect(words.steps[0]).not.toContain("to allow it");
  });

  test("of credentials says nothing of new ones that were tried: an action is sent once", () => {
    const { meaning, steps } = refusalWords(
      failure({ kind: "signed-out", awsCode: "ExpiredTokenException" }),
    );
    expect(meaning).not.toContain("tried");
    expect(steps).toHaveLength(1);
  });

  test("by a limit speaks of the group only where AWS names the deployment that runs in it", () => {
    expect(limit("group 'prod' is already deploying deployment 'd-74D35AS7C'").title).toBe(
      "Another deployment of this group is running",
    );
    expect(limit("The number of allowed deployments was exceeded.").title).toBe(
      "Too many deployments are running",
    );
  });

  test("for too many requests does not promise a repetition", () => {
    const { steps } = refusalWords(failure({ kind: "throttled", awsCode: "ThrottlingException" }));
    expect(steps.join(" ")).not.toContain("by itself");
  });

  test("names the deployment that stands in the way", () => {
    const detail = "The Deployment Group 'prod' already has an active Deployment 'd-74D35AS7C'";
    expect(refusalWords(failure({ detail })).otherId).toBe("d-74D35AS7C");
    expect(refusalWords(failure({ detail }), "d-OTHER0001").otherId).toBe("d-74D35AS7C");
    // AWS names the one that was acted on, too: "The deployment d-74D35AS7C does not have a status of Ready".
    expect(refusalWords(failure({ detail }), "d-74D35AS7C").otherId).toBeUndefined();
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
  expect(outcomeWords({ ...action, outcome: { state: "unknown", failure: undefined } })).toBe(
    "no answer: it is not known whether AWS received it",
  );
  expect(
    outcomeWords({ ...action, outcome: { state: "unknown", failure: failure({ kind: "server" }) } }),
  ).toBe("no clear answer: it is not known whether AWS has done it");
});
