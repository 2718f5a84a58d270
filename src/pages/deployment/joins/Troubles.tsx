import type { ReactNode } from "react";
import { Fragment } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { inOrderOfTime } from "../../../codedeploy/failure/in-order-of-time.ts";
import { present } from "../../../values/lists.ts";
import { useWatchedAlarms } from "../../../queries/joins/alarms.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { useHook } from "../../../queries/joins/hook-log.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { useScalingActivities } from "../../../queries/joins/scaling-activities.ts";
import { laterPart } from "../../../ui/later-part.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const FiringAlarms = laterPart("The alarms", async () => (await import("./WatchedAlarms.tsx")).FiringAlarms);
const StoppedTasks = laterPart(
  "The stopped tasks",
  async () => (await import("./StoppedTasks.tsx")).StoppedTasks,
);
const UnhealthyTargets = laterPart(
  "The targets’ health",
  async () => (await import("./TargetHealthFact.tsx")).UnhealthyTargets,
);
const FleetTrouble = laterPart(
  "Why the fleet does not come up",
  async () => (await import("./FleetTrouble.tsx")).FleetTrouble,
);
const HookNotice = laterPart<{ hasFailed: boolean }>(
  "What is known of the hook",
  async () => (await import("./HookNotice.tsx")).HookNotice,
);

interface Trouble {
  name: string;
  /** When it began (epoch ms). */
  atMs: number | undefined;
  part: ReactNode;
}

/** What the joins that config.json lists tell to be wrong: what began first stands first. */
export function Troubles({ mayHaveHook }: { mayHaveHook: boolean }) {
  const { joins } = useAws();
  const { region, deployment } = useShownDeployment();
  const isRunning = !isFinished(deployment.status);
  const begins = useBeginnings(region, deployment);
  const troubles: (Trouble | false)[] = [
    isRunning && joins.includes("alarms") && { name: "alarms", atMs: begins.alarms, part: <FiringAlarms /> },
    joins.includes("ecs") && { name: "tasks", atMs: begins.tasks, part: <StoppedTasks /> },
    joins.includes("autoScaling") && { name: "fleet", atMs: begins.fleet, part: <FleetTrouble /> },
    mayHaveHook && { name: "hook", atMs: begins.hook, part: <HookNotice hasFailed /> },
    // How targets are is known for now alone.
    isRunning &&
      joins.includes("targetHealth") && { name: "health", atMs: undefined, part: <UnhealthyTargets /> },
  ];
  return inOrderOfTime(troubles.filter((trouble) => trouble !== false)).map(({ name, part }) => (
    <Fragment key={name}>{part}</Fragment>
  ));
}

/** When each trouble began (epoch ms); `undefined` for one that is not there. */
function useBeginnings(region: string, deployment: ReturnType<typeof useShownDeployment>["deployment"]) {
  const how = { polls: false };
  const isWanted = !isFinished(deployment.status);
  const alarms = useWatchedAlarms(region, deployment, { polls: false, isWanted })?.alarms ?? [];
  const groups = useReplacementTasks(region, deployment, how)?.stopped?.groups ?? [];
  const failed = useScalingActivities(region, deployment, how)?.failed ?? [];
  const hook = useHook(region, deployment)?.hook;
  return {
    alarms: earliest(alarms.filter(({ isFiring }) => isFiring).map(({ sinceMs }) => sinceMs)),
    tasks: earliest(groups.flatMap(({ tasks }) => tasks.map(({ stoppedMs }) => stoppedMs))),
    fleet: earliest(failed.map(({ firstMs }) => firstMs)),
    hook: hook?.hasFailed ? (hook.startMs ?? hook.endMs) : undefined,
  };
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = present(times);
  return known.length === 0 ? undefined : Math.min(...known);
}
