import { outsideTheModel } from "../../emulator/wire.ts";
import type { Deployment, Json } from "../../src/codedeploy/deployment/deployment.ts";
import type { DeploymentConfigInfo } from "../../src/codedeploy/settings/deployment-config.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import { toTarget, wireTargetId } from "../../src/codedeploy/targets/target.ts";

/** The last moment that a `Date` can be. */
const LAST_DATE_MS = 8.64e15;
const TIME_MEMBER = /(?:Time|At)$/;

// What the SDK and `toPlain` make of JSON, in a hundredth of the time.

/** A GetDeployment's `deploymentInfo`. */
export function decodeDeployment(info: Json): Deployment {
  return outsideTheModel(plain(info));
}

/** A GetDeploymentConfig's `deploymentConfigInfo`. */
export function decodeConfig(info: Json): DeploymentConfigInfo {
  return outsideTheModel(plain(info));
}

/**
 * A `deploymentTarget` of BatchGetDeploymentTargets, as the app has it.
 * @param id the one that it was asked for by; its own where absent
 */
export function decodeTarget(json: Json, id?: string): Target {
  const wire: Parameters<typeof toTarget>[1] = outsideTheModel(plain(json));
  return toTarget(id ?? wireTargetId(wire) ?? "", wire);
}

function plain(value: Json | undefined, name = ""): unknown {
  if (typeof value === "number") return TIME_MEMBER.test(name) ? timeOf(value) : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item));
  const members: [string, unknown][] = [];
  for (const [member, each] of Object.entries(value))
    if (each !== null && each !== undefined) members.push([member, plain(each, member)]);
  return Object.fromEntries(members);
}

/** What a `Date` of so many seconds gives in milliseconds. */
function timeOf(seconds: number): number {
  const ms = Math.trunc(seconds * 1000) + 0;
  return Math.abs(ms) <= LAST_DATE_MS ? ms : Number.NaN;
}
