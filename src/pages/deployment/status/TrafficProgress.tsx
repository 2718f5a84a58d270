import { useMemo } from "react";
import { overview } from "../../../codedeploy/deployment/overview.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { statusFacts } from "../../../codedeploy/deployment/status.ts";
import { hasFirstDetails, knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { eventName } from "../../../codedeploy/targets/target-words.ts";
import { trafficPlan } from "../../../codedeploy/traffic/traffic-plan.ts";
import type { TrafficShare } from "../../../codedeploy/traffic/traffic-share.ts";
import { trafficShare, trafficShareWords } from "../../../codedeploy/traffic/traffic-share.ts";
import type { TargetWait } from "../../../codedeploy/waiting/target-waiting.ts";
import { targetWaiting } from "../../../codedeploy/waiting/target-waiting.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useDeploymentConfig } from "../../../queries/deployment-config.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Skeleton } from "../../../ui/Card.tsx";
import { useNow } from "../../../ui/clock.ts";
import { Countdown, Elapsed } from "../../../ui/time.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { ProgressBar } from "./ProgressBar.tsx";
import { StateCounts } from "./TargetCounts.tsx";

/** The share of the traffic on the new version, with the planned shifts, and what must happen before the next one. */
export function TrafficProgress() {
  const { region, deployment } = useShownDeployment();
  const list = useTargetList();
  const { config } = useDeploymentConfig(region, deployment);
  const targets = useMemo(() => knownTargets(list), [list]);
  const share = trafficShare(targets, config && trafficPlan(config));
  const wait = targetWaiting(deployment, targets);
  // The next shift says what AllowTraffic is at.
  const isShift = wait?.kind === "step" && share?.next?.dueMs !== undefined;
  const counted = overview(deployment);
  const { platform, targetNoun } = platformFacts(deployment);
  const newVersion = platform === "ECS" ? "the replacement task set" : "the new version";
  const { tone } = statusFacts(deployment.status);
  const isReading = !share && !hasFirstDetails(list);
  return (
    <div className="space-y-1.5">
      {share && (
        <ProgressBar
          parts={[
            { key: "new", tone, amount: share.percent },
            { key: "original", tone: "neutral", amount: 100 - share.percent },
          ]}
          ticks={share.ticks}
        />
      )}
      {isReading && <Skeleton className="h-3 w-full" />}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 tabular-nums">
        <p className="min-h-5">
          {share && (
            <>
              <span className="font-semibold">{trafficShareWords(share, newVersion)}</span>
              {deployment.status === "InProgress" && <NextShift share={share} />}
              {wait && !isShift && <Now wait={wait} targetCount={targets.length} />}
            </>
          )}
          {isReading && <span className="text-muted">Reading where the traffic is…</span>}
          {!share && !isReading && (
            <span className="text-muted">AWS does not report where the traffic is.</span>
          )}
        </p>
        {counted.kind === "reported" && (counted.total > 1 || counted.unusable.length > 0) && (
          <StateCounts counted={counted} noun={targetNoun} />
        )}
      </div>
    </div>
  );
}

/** AWS takes some seconds for a shift, and the page some to see it. */
const LATE_MS = 30_000;

/** "next shift, to 50%, in 23s". A leaf of its own, since it looks at the clock. */
function NextShift({ share: { next } }: { share: TrafficShare }) {
  const nowMs = useNow();
  if (next?.dueMs === undefined) return null;
  return (
    <>
      {" "}
      · next shift, to {next.percent}%,{" "}
      {next.dueMs > nowMs ? (
        <>
          in <Countdown untilMs={next.dueMs} />
        </>
      ) : nowMs - next.dueMs < LATE_MS ? (
        "is due now"
      ) : (
        <>
          was due <Elapsed sinceMs={next.dueMs} /> ago
        </>
      )}
    </>
  );
}

/** What has to happen first, or is left to wait for. A leaf of its own, since it looks at the clock. */
function Now({ wait, targetCount }: { wait: TargetWait; targetCount: number }) {
  const nowMs = useNow();
  switch (wait.kind) {
    case "start":
    case "turn":
      return null;
    case "termination":
    case "reroute":
      return (
        <>
          {" "}
          · {wait.kind === "reroute" ? "waiting to be rerouted" : "termination wait"}
          {wait.clock?.untilMs !== undefined && wait.clock.untilMs > nowMs && (
            <>
              , <Countdown untilMs={wait.clock.untilMs} /> left
            </>
          )}
        </>
      );
    case "tasks":
      return wait.tasks ? (
        <>
          {" "}
          · {wait.tasks.running} of {formatCountOf(wait.tasks.desired, "new task")} running
        </>
      ) : (
        <> · {eventName(wait.event)} runs</>
      );
    case "script":
    case "hook":
    case "agent":
    case "begin":
    case "next":
    case "event":
    case "step":
      return (
        <>
          {" "}
          · {eventName(wait.event)} {wait.kind === "begin" || wait.kind === "next" ? "comes next" : "runs"}
          {targetCount > 1 && ` on ${wait.targetIds.length} of ${formatCountOf(targetCount, "target")}`}
          {wait.clock && (
            <>
              : <Elapsed sinceMs={wait.clock.sinceMs} />
            </>
          )}
        </>
      );
  }
}
