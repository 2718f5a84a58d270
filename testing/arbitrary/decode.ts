import { outsideTheModel } from "../../emulator/wire.ts";
import { toPlain } from "../../src/aws/answers.ts";
import type { Deployment, Json } from "../../src/codedeploy/deployment/deployment.ts";
import type { DeploymentConfigInfo } from "../../src/codedeploy/settings/deployment-config.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import { toTarget, wireTargetId } from "../../src/codedeploy/targets/target.ts";

const TIME_MEMBER = /(?:Time|At)$/;

// What the SDK and `toPlain` make of JSON, in a hundredth of the time.

/** A GetDeployment's `deploymentInfo`. */
export function decodeDeployment(info: Json): Deployment {
  return outsideTheModel(toPlain(withDates(info)));
}

/** A GetDeploymentConfig's `deploymentConfigInfo`. */
export function decodeConfig(info: Json): DeploymentConfigInfo {
  return outsideTheModel(toPlain(withDates(info)));
}

/**
 * A `deploymentTarget` of BatchGetDeploymentTargets, as the app has it.
 * @param id the one that it was asked for by; its own where absent
 */
export function decodeTarget(json: Json, id?: string): Target {
  const wire: Parameters<typeof toTarget>[1] = outsideTheModel(toPlain(withDates(json)));
  return toTarget(id ?? wireTargetId(wire) ?? "", wire);
}

function withDates(value: Json | undefined, name = ""): unknown {
  if (typeof value === "number") return TIME_MEMBER.test(name) ? new Date(value * 1000) : value;
  if (Array.isArray(value)) return value.map((item) => withDates(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, withDates(each, member)]));
}
