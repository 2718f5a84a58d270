import type { ReactNode } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { inOrderOfTime } from "../../../codedeploy/failure/in-order-of-time.ts";
import { present } from "../../../values/lists.ts";
import { useWatchedAlarms } from "../../../queries/joins/alarms.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { useHook } from "../../../queries/joins/hook-log.ts";
import { useReplacementTasks } from "../../../queries/joins/replacement-tasks.ts";
import { useScalingActivities } from "../../../queries/joins/scaling-activities.ts";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { FleetTrouble } from "./FleetTrouble.tsx";
import { HookNotice } from "./HookNotice.tsx";
import { ServiceEvents } from "./ServiceEvents.tsx";
import { StoppedTasks } from "./StoppedTasks.tsx";
import { TargetHealthFact, UnhealthyTargets } from "./TargetHealthFact.tsx";
import { FiringAlarms, WatchedAlarms } from "./WatchedAlarms.tsx";

// All that other services tell comes in one chunk: parts that come one by one would move each other, and what stands below.
export { StopAlarms } from "./StopAlarms.tsx";

interface OtherServicesProps {
  /** Whether a hook may have something to tell. */
  mayHaveHook: boolean;
}

interface Trouble {
  /** Names it where it cannot be shown. */
  what: string;
  /** When it began (epoch ms). */
  atMs: number | undefined;
  part: ReactNode;
}

/** What the joins that config.json lists tell to be wrong: what began first stands first. */
export function Troubles({ mayHaveHook }: OtherServicesProps) {
  const { joins } = useAws();
  const { region, deployment } = useShownDeployment();
  const isRunning = !isFinished(deployment.status);
  const begins = useBeginnings(region, deployment);
  const troubles: (Trouble | false)[] = [
    isRunning &&
      joins.includes("alarms") && { what: "The alarms", atMs: begins.alarms, part: <FiringAlarms /> },
    joins.includes("ecs") && { what: "The stopped tasks", atMs: begins.tasks, part: <StoppedTasks /> },
    joins.includes("autoScaling") && {
      what: "Why the fleet does not come up",
      atMs: begins.fleet,
      part: <FleetTrouble />,
    },
    mayHaveHook && { what: "What is known of the hook", atMs: begins.hook, part: <HookNotice hasFailed /> },
    // How targets are is known for now alone.
    isRunning &&
      joins.includes("targetHealth") && {
        what: "The targets’ health",
        atMs: undefined,
        part: <UnhealthyTargets />,
      },
  ];
  return inOrderOfTime(troubles.filter((trouble) => trouble !== false)).map(({ what, part }) => (
    <ErrorBoundary key={what} what={what}>
      {part}
    </ErrorBoundary>
  ));
}

/** What the joins tell besides. */
export function Facts({ mayHaveHook }: OtherServicesProps) {
  const { joins } = useAws();
  const isRunning = !isFinished(useShownDeployment().deployment.status);
  return (
    <>
      <ErrorBoundary what="The alarms">
        {isRunning && joins.includes("alarms") && <WatchedAlarms />}
      </ErrorBoundary>
      <ErrorBoundary what="The targets’ health">
        {isRunning && joins.includes("targetHealth") && <TargetHealthFact />}
      </ErrorBoundary>
      <ErrorBoundary what="What is known of the hook">
        {isRunning && mayHaveHook && <HookNotice hasFailed={false} />}
      </ErrorBoundary>
      <ErrorBoundary what="The service’s events">{joins.includes("ecs") && <ServiceEvents />}</ErrorBoundary>
    </>
  );
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
