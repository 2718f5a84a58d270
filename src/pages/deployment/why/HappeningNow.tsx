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
import { laterPart } from "../../../ui/later-part.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { HappeningDetails } from "./HappeningDetails.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const FiringAlarms = laterPart(
  "The alarms",
  async () => (await import("../alarms/WatchedAlarms.tsx")).FiringAlarms,
);

const StoppedTasks = laterPart(
  "The stopped tasks",
  async () => (await import("../tasks/StoppedTasks.tsx")).StoppedTasks,
);

const UnhealthyTargets = laterPart(
  "The targets’ health",
  async () => (await import("../target-health/TargetHealthFact.tsx")).UnhealthyTargets,
);

const TargetHealthFact = laterPart(
  "The targets’ health",
  async () => (await import("../target-health/TargetHealthFact.tsx")).TargetHealthFact,
);

const ServiceEvents = laterPart(
  "The service’s events",
  async () => (await import("../tasks/ServiceEvents.tsx")).ServiceEvents,
);

/** Where people may act from this page, nobody has to be sent elsewhere. */
const REROUTE_HERE = "Reroute it with “Actions”, above.";

/** What goes on while a deployment has not ended: what it waits for, what comes next, and when it must be over. The strip says what CodeDeploy does. */
export function HappeningNow() {
  const { region, deploymentId, deployment, hasActions } = useShownDeployment();
  const { joins } = useAws();
  const list = useTargetList({ region, deploymentId });
  const targets = useMemo(() => knownTargets(list), [list]);
  const found = waiting(deployment);
  const isForSomebody = found.kind === "reroute" && found.outcome === "stop";
  const next = hasActions && isForSomebody ? REROUTE_HERE : happeningWords(deployment, targets).next;
  if (isFinished(deployment.status)) return null;
  return (
    <Card title="Happening now">
      <div className="space-y-3">
        {joins.includes("alarms") && <FiringAlarms />}
        {joins.includes("ecs") && <StoppedTasks />}
        {joins.includes("targetHealth") && <UnhealthyTargets />}
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
        <HappeningDetails />
        {joins.includes("targetHealth") && <TargetHealthFact />}
        {joins.includes("ecs") && <ServiceEvents />}
      </div>
    </Card>
  );
}
