import { formatCount, formatCountOf } from "../../format/counts.ts";
import { distinct, present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import type { Target } from "../targets/target.ts";
import { targetWaiting } from "../waiting/target-waiting.ts";

/** A target group of Elastic Load Balancing. */
export interface TargetGroup {
  name: string;
  arn: string;
}

/** How a target of a target group is now. Every member may be absent. */
export interface TargetHealth {
  /** An instance id or an IP address. */
  targetId: string | undefined;
  /** For example `healthy`, `unhealthy`, `initial`, `unused`, or a value that nobody knows yet. */
  state: string | undefined;
  /** Why it is not healthy, for example `Target.Timeout`. */
  reason: string | undefined;
  /** In AWS's own words. */
  description: string | undefined;
}

/**
 * The names of the target groups with what a deployment brings: those of the new task sets of ECS, and those that instances
 * are registered with.
 */
export function newTargetGroups(deployment: Deployment, targets: readonly Target[]): string[] {
  const ofTasks = targets.flatMap(({ facts }) =>
    facts.kind === "ecs" ? facts.taskSets.filter(({ taskSetLabel }) => taskSetLabel === "Green") : [],
  );
  const { targetGroupInfoList } = deployment.loadBalancerInfo ?? {};
  const ofInstances = platformFacts(deployment).platform === "Server" ? present(targetGroupInfoList) : [];
  const names = [...ofTasks.map(({ targetGroup }) => targetGroup), ...ofInstances].map(
    (group) => group?.name,
  );
  return distinct(present(names)).filter((name) => !name.startsWith("arn:"));
}

/**
 * The health of what a deployment brings: of instances those that it deploys to, and of blue/green ones the replacements.
 * Tasks of ECS have groups of their own.
 */
export function ofNewTargets(
  health: readonly TargetHealth[],
  deployment: Deployment,
  targets: readonly Target[],
): TargetHealth[] {
  if (platformFacts(deployment).platform !== "Server") return [...health];
  const replacements = targets.filter(({ label }) => label === "Green");
  const own = new Set((replacements.length > 0 ? replacements : targets).map(({ id }) => id));
  return health.filter(({ targetId }) => targetId !== undefined && own.has(targetId));
}

/** The targets that are in one state for one reason. */
export interface HealthGroup {
  count: number;
  /** In words: "2 targets answer with another code than the health check accepts". */
  words: string;
  /** AWS's own words, where it gives any. */
  description: string | undefined;
  isHealthy: boolean;
  /**
   * Whether it keeps a deployment from going on: at once, or only where it lasts, since a target group is on no listener until
   * traffic is shifted to it.
   */
  trouble: "none" | "lasting" | "at-once";
}

/** Targets by state and reason, the healthy last. */
export function healthGroups(health: readonly TargetHealth[]): HealthGroup[] {
  const groups = new Map<string, TargetHealth[]>();
  for (const each of health) {
    const key = [each.state, each.reason, each.description].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .map((members): HealthGroup => {
      const [first] = members;
      const { length: count } = members;
      return {
        count,
        words: `${formatCountOf(count, "target")}: ${wordsFor(first)}`,
        description: first?.description,
        isHealthy: first?.state === "healthy",
        trouble: lookUp(TROUBLE, first?.state) ?? "none",
      };
    })
    .toSorted((one, other) => Number(one.isHealthy) - Number(other.isHealthy) || other.count - one.count);
}

/**
 * Whether a group of targets keeps a deployment from going on. One that is not used does so only where that has lasted and CodeDeploy
 * waits for its targets: the tasks of a replacement that is ready are on no listener before their traffic comes.
 *
 * @param isLong whether the deployment has run for longer than is usual before traffic is shifted
 */
export function keepsBack(
  { trouble }: HealthGroup,
  deployment: Deployment,
  targets: readonly Target[],
  isLong: boolean,
): boolean {
  if (trouble !== "lasting") return trouble === "at-once";
  if (!isLong || deployment.status !== "InProgress") return false;
  return platformFacts(deployment).platform !== "ECS" || targetWaiting(deployment, targets)?.kind === "tasks";
}

/** "The load balancer does not take 1 of 10 new targets for healthy." or "… takes none of the 10 new targets for healthy." */
export function troubleWords(
  troubled: readonly HealthGroup[],
  all: readonly HealthGroup[],
  { deploymentStyle, computePlatform }: Deployment,
): string {
  const countOf = (groups: readonly HealthGroup[]) => groups.reduce((total, { count }) => total + count, 0);
  const isNew = computePlatform === "ECS" || deploymentStyle?.deploymentType === "BLUE_GREEN";
  const name = isNew ? "new target" : "target";
  const [some, whole] = [countOf(troubled), countOf(all)];
  const targets = formatCountOf(whole, name);
  if (some < whole) return `The load balancer does not take ${formatCount(some)} of ${targets} for healthy.`;
  if (whole === 1) return `The load balancer does not take the ${name} for healthy.`;
  return `The load balancer takes none of the ${targets} for healthy.`;
}

function wordsFor({ state, reason }: Partial<TargetHealth> = {}): string {
  return lookUp(REASONS, reason) ?? lookUp(STATES, state) ?? [state, reason].filter(Boolean).join(", ");
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
const REASONS: Readonly<Record<string, string>> = {
  "Elb.RegistrationInProgress": "being registered",
  "Elb.InitialHealthChecking": "waiting for the first health checks",
  "Elb.InternalError": "not checked, because of an internal error of Elastic Load Balancing",
  "Target.ResponseCodeMismatch": "answering the health check with a code that it does not accept",
  "Target.Timeout": "not answering the health check in time",
  "Target.FailedHealthChecks": "failing the health checks: no connection, or an answer that cannot be read",
  "Target.NotRegistered": "not registered with the target group",
  "Target.NotInUse":
    "not checked, because the target group is on no listener, or the load balancer is not in the target’s Availability Zone",
  "Target.DeregistrationInProgress": "being deregistered",
  "Target.InvalidState": "stopped or terminated",
  "Target.IpUnusable": "not usable: its IP address belongs to a load balancer",
  "Target.HealthCheckDisabled": "not checked: health checks are off",
};

const TROUBLE: Readonly<Record<string, HealthGroup["trouble"]>> = {
  unhealthy: "at-once",
  "unhealthy.draining": "at-once",
  unused: "lasting",
};

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
const STATES: Readonly<Record<string, string>> = {
  healthy: "healthy",
  unhealthy: "unhealthy",
  initial: "being registered or checked for the first time",
  draining: "being deregistered",
  "unhealthy.draining": "unhealthy and being taken out of use",
  unused: "not used",
  unavailable: "not checked: health checks are off",
};
