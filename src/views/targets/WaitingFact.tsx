import { useMemo } from "react";
import type { Deployment, DeploymentRef } from "../../domain/deployment.ts";
import { knownTargets } from "../../domain/target-list.ts";
import { targetWaiting } from "../../domain/target-waiting.ts";
import { useTargetList } from "../../queries/use-target-list.ts";
import { Countdown, Elapsed } from "../../ui/Elapsed.tsx";
import { Property } from "../../ui/PropertyList.tsx";
import { targetWaitWords } from "./target-wait-words.ts";

interface WaitingFactProps extends DeploymentRef {
  deployment: Deployment;
}

/** What the targets are waiting for, how long, and until when at most: a pair for a property list. */
export function WaitingFact({ region, deploymentId, deployment }: WaitingFactProps) {
  const list = useTargetList({ region, deploymentId });
  const wait = useMemo(() => targetWaiting(deployment, knownTargets(list)), [deployment, list]);
  if (!wait) return null;
  const words = targetWaitWords(wait);
  const { clock } = wait;
  return (
    <Property
      name="Waiting for"
      hint={
        <>
          {clock && (
            <>
              For <Elapsed sinceMs={clock.sinceMs} /> so far. {words.limit}{" "}
              <Countdown untilMs={clock.untilMs} /> left.
            </>
          )}
          {!clock && words.unknown}
        </>
      }
    >
      {words.what}
    </Property>
  );
}
