import { useMemo } from "react";
import { autoScalingGroupUrl } from "../../../aws-names/console-links.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { happeningWords } from "../../../codedeploy/waiting/happening.ts";
import { waiting } from "../../../codedeploy/waiting/waiting.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { useTargetList } from "../../../queries/targets.ts";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { JoinedFacts, JoinedTroubles } from "../joins/JoinParts.tsx";
import { HappeningDetails } from "./HappeningDetails.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { useSettled } from "../settled.tsx";

/** Where people may act from this page, nobody has to be sent elsewhere. */
const REROUTE_HERE = "Reroute it with “Actions”, above.";

/** What goes on while a deployment has not ended: what it waits for, what comes next, and when it must be over. The strip says what CodeDeploy does. */
export function HappeningNow() {
  const { region, deploymentId, deployment, hasActions } = useShownDeployment();
  const list = useTargetList({ region, deploymentId });
  const targets = useMemo(() => knownTargets(list), [list]);
  const found = waiting(deployment);
  const isForSomebody = found.kind === "reroute" && found.outcome === "stop";
  const next = hasActions && isForSomebody ? REROUTE_HERE : happeningWords(deployment, targets).next;
  // What other services tell to be wrong stands first, and would move it.
  const hasJoins = useAws().joins.length > 0;
  const isShown = useSettled() || !hasJoins;
  if (isFinished(deployment.status)) return null;
  return (
    <Card title="Happening now">
      <div className="space-y-3">
        <JoinedTroubles />
        {isShown && (
          <PropertyList>
            {next !== undefined && <Property name="Next">{next}</Property>}
            {found.kind === "provisioning" && found.autoScalingGroup !== undefined && (
              <Property name="Replacement group">
                <ConsoleLink href={autoScalingGroupUrl(region, found.autoScalingGroup)}>
                  <Code text={found.autoScalingGroup} />
                </ConsoleLink>
              </Property>
            )}
          </PropertyList>
        )}
        <HappeningDetails />
        <JoinedFacts />
      </div>
    </Card>
  );
}
