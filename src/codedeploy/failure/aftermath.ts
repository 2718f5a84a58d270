import { formatCount, formatCountOf } from "../../format/counts.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { countOf, overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import { rollback } from "../deployment/rollback.ts";
import type { Target } from "../targets/target.ts";
import { traffic } from "../traffic/traffic.ts";
import { hasBegun } from "./target-failure.ts";

/** A state that an ended deployment leaves behind and that somebody should know of. */
export type Aftermath =
  | { kind: "rollback-failed" }
  /** Traffic goes to the original and to the replacement; `percent` (1 to 99) to the replacement, where it is known. */
  | { kind: "traffic-split"; percent: number | undefined; isAlias: boolean }
  /** All traffic goes to what was deployed, although the deployment did not succeed. */
  | { kind: "traffic-moved" }
  /** `count` instances were begun and not finished; `undefined` where nobody knows how many. */
  | { kind: "half-deployed"; count: number | undefined; total: number }
  /** Each instance is whole, with this revision or with the one before. */
  | { kind: "mixed"; count: number; total: number };

/**
 * What a deployment leaves behind that failed or was stopped, and that no other has undone: told by the weights of the traffic
 * and the events of the targets, where those are known. Where nothing had begun, nothing is left behind.
 *
 * @param targets those of the deployment that are known
 * @param total how many it has
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html
 */
export function aftermath(
  deployment: Deployment,
  targets: readonly Target[],
  total: number,
): Aftermath | undefined {
  const { status } = deployment;
  const found = rollback(deployment);
  if ((status !== "Failed" && status !== "Stopped") || found?.undoneById !== undefined) return undefined;
  const isWhole = targets.length > 0 && targets.length >= total;
  const hasAnyBegun = isWhole ? targets.some(isBegun) : hasWorkBegun(deployment);
  if (!hasAnyBegun) return undefined;
  if (status === "Failed" && found?.isRollback) return { kind: "rollback-failed" };
  const { platform } = platformFacts(deployment);
  if (platform === "ECS" || platform === "Lambda")
    return trafficLeft(deployment, targets, platform === "Lambda");
  if (platform !== "Server" || status === "Failed") return undefined;
  return isWhole ? instancesLeft(targets) : countsLeft(deployment);
}

function isBegun({ events, status }: Target): boolean {
  return status === "Succeeded" || events.some(hasBegun);
}

/** Whether anything in GetDeployment shows that work had begun on a target: AWS leaves `startTime` out of some answers. */
function hasWorkBegun(deployment: Deployment): boolean {
  const counted = overview(deployment);
  const begun = ["InProgress", "Succeeded", "Failed", "Ready"] as const;
  return (
    typeof deployment.startTime === "number" || begun.some((state) => (countOf(counted, state) ?? 0) > 0)
  );
}

function trafficLeft(
  { status }: Deployment,
  targets: readonly Target[],
  isAlias: boolean,
): Aftermath | undefined {
  const percents = targets.map((target) => traffic(target)?.replacement?.percent);
  const [first] = percents;
  if (percents.some((percent) => percent !== undefined && percent > 0 && percent < 100)) {
    const isSame = percents.every((percent) => percent === first);
    return { kind: "traffic-split", percent: isSame ? first : undefined, isAlias };
  }
  if (first === 100 && percents.every((percent) => percent === 100)) return { kind: "traffic-moved" };
  // An alias stays as the stop found it; what ECS does with the traffic is known by its weights only.
  const isUnknown = percents.every((percent) => percent === undefined);
  const mayBeSplit = isAlias && status === "Stopped" && isUnknown && mayHaveShifted(targets);
  return mayBeSplit ? { kind: "traffic-split", percent: undefined, isAlias } : undefined;
}

/** Whether the shift of the traffic began, or it is not known whether it did. */
function mayHaveShifted(targets: readonly Target[]): boolean {
  const shifts = targets.flatMap(({ events }) => events.filter(({ name }) => name === "AllowTraffic"));
  return shifts.length === 0 || shifts.some(hasBegun);
}

function instancesLeft(targets: readonly Target[]): Aftermath | undefined {
  const total = targets.length;
  const done = targets.filter(({ status }) => status === "Succeeded").length;
  const half = targets.filter((target) => target.status !== "Succeeded" && isBegun(target)).length;
  if (half > 0) return { kind: "half-deployed", count: half, total };
  return done < total ? { kind: "mixed", count: done, total } : undefined;
}

function countsLeft(deployment: Deployment): Aftermath {
  const counted = overview(deployment);
  if (counted.kind === "absent") return { kind: "half-deployed", count: undefined, total: 0 };
  const { total, counts } = counted;
  const done = countOf(counted, "Succeeded") ?? 0;
  const isWhole = counts.every(({ state, count }) => count === 0 || WHOLE.has(state));
  return isWhole ? { kind: "mixed", count: done, total } : { kind: "half-deployed", count: undefined, total };
}

/** States in which an instance has either revision as a whole. */
const WHOLE: ReadonlySet<string> = new Set(["Succeeded", "Skipped", "Pending"]);

interface AftermathWords {
  title: string;
  text: string;
}

/** What a deployment leaves behind, in words, and how to put it right. */
export function aftermathWords(left: Aftermath): AftermathWords {
  switch (left.kind) {
    case "rollback-failed":
      return {
        title: "Neither revision may be fully in place.",
        text: "This deployment was to bring back an earlier revision, and failed. Compare the targets, then deploy a revision that is known to work.",
      };
    case "traffic-split":
      return splitWords(left.percent, left.isAlias);
    case "traffic-moved":
      return {
        title: "All traffic goes to the replacement, although the deployment did not succeed.",
        text: "Decide whether it may stay. If not, deploy the revision before it.",
      };
    case "half-deployed":
      return {
        title: `${left.count === undefined ? "Some instances" : `${formatCount(left.count)} of ${formatCountOf(left.total, "instance")}`} may be half deployed.`,
        text: "CodeDeploy leaves each instance in the state in which the stop found it. Deploy again to bring all of them to one revision.",
      };
    case "mixed":
      return {
        title: `${formatCount(left.count)} of ${formatCountOf(left.total, "instance")} ${left.count === 1 ? "has" : "have"} this revision; the others were not begun.`,
        text: "Deploy again to bring all of them to one revision.",
      };
  }
}

function splitWords(percent: number | undefined, isAlias: boolean): AftermathWords {
  const title =
    percent === undefined
      ? isAlias
        ? "The alias may point to two versions."
        : "Part of the traffic goes to the replacement."
      : `${formatCount(percent)}% of the traffic goes to the replacement.`;
  return {
    title,
    text: isAlias
      ? "While the alias points to two versions, Lambda keeps sending part of the traffic to each, and later deployments fail. Check its routing and set it by hand."
      : "The deployment ended before all of it had moved, and nothing has taken it back. Deploy again, or deploy the revision before it.",
  };
}
