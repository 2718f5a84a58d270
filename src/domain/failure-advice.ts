import { diagnosticsFacts } from "./diagnostics.ts";
import type { ErrorFacts } from "./error-code.ts";
import type { TargetFailure } from "./target-failure.ts";
import type { Target } from "./target.ts";

type TargetKind = Target["facts"]["kind"];

const NOTHING_BEGAN_ON_INSTANCE: ErrorFacts = {
  meaning:
    "No lifecycle event began on it: its CodeDeploy agent took no work, or CodeDeploy ended the deployment before its turn.",
  nextStep:
    "On the instance, check that the agent runs (sudo service codedeploy-agent status), that the instance profile lets it reach CodeDeploy and S3, and that no other deployment keeps it busy.",
};

const NOTHING_BEGAN: ErrorFacts = {
  meaning: "CodeDeploy gave up before the first lifecycle event.",
  nextStep: "Read the deployment's own error: the fault lies in its settings or permissions.",
};

const NO_DIAGNOSTICS_ON_INSTANCE: ErrorFacts = {
  meaning: "The agent sent no diagnostics for this event.",
  nextStep:
    "Read /var/log/aws/codedeploy-agent/codedeploy-agent.log on the instance, and check that the instance still runs.",
};

const NO_DIAGNOSTICS: ErrorFacts = {
  meaning: "CodeDeploy keeps no logs of this platform's lifecycle events.",
  nextStep:
    "For an event with a hook, read the CloudWatch log of its Lambda function, which must report success within an hour. Otherwise read the events of the service and its health checks.",
};

/** What a target's failure means in plain words, and what to do first. */
export function failureAdvice(failure: TargetFailure, targetKind: TargetKind): ErrorFacts {
  const isInstance = targetKind === "instance";
  if (failure.kind === "nothing-began") return isInstance ? NOTHING_BEGAN_ON_INSTANCE : NOTHING_BEGAN;
  const code = failure.kind === "event" ? failure.diagnostics?.errorCode : undefined;
  if (code !== undefined) return diagnosticsFacts(code);
  return isInstance ? NO_DIAGNOSTICS_ON_INSTANCE : NO_DIAGNOSTICS;
}
