import { useMemo } from "react";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { targetWaiting } from "../../../codedeploy/waiting/target-waiting.ts";
import { useTargetList } from "../../../queries/use-target-list.ts";
import { Property } from "../../../ui/PropertyList.tsx";
import { WaitProgress } from "./WaitProgress.tsx";
import { targetWaitWords } from "../../../codedeploy/waiting/target-wait-words.ts";

interface WaitingFactProps extends DeploymentRef {
  deployment: Deployment;
}

/** What the targets are waiting for, how long, and until when at most: a pair for a property list. */
export function WaitingFact({ region, deploymentId, deployment }: WaitingFactProps) {
  const list = useTargetList({ region, deploymentId });
  const wait = useMemo(() => targetWaiting(deployment, knownTargets(list)), [deployment, list]);
  if (!wait) return null;
  const { name, what, limit, unknown } = targetWaitWords(wait, platformFacts(deployment).targetNoun);
  return (
    <Property name={name} hint={wait.clock ? <WaitProgress clock={wait.clock} limit={limit} /> : unknown}>
      {what}
    </Property>
  );
}
