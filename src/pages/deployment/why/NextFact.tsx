import { autoScalingGroupUrl } from "../../../aws-names/console-links.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { happeningWords } from "../../../codedeploy/waiting/happening.ts";
import { waiting } from "../../../codedeploy/waiting/waiting.ts";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Where people may act from this page, nobody has to be sent elsewhere. */
const REROUTE_HERE = "Reroute it with “Actions”, above.";

/** What comes after that which happens now, or what somebody has to do: pairs for a property list. */
export function NextFact({ targets }: { targets: readonly Target[] }) {
  const { region, deployment, hasActions } = useShownDeployment();
  const found = waiting(deployment);
  const isForSomebody = found.kind === "reroute" && found.outcome === "stop";
  const next = hasActions && isForSomebody ? REROUTE_HERE : happeningWords(deployment, targets).next;
  return (
    <>
      {next !== undefined && <Property name="Next">{next}</Property>}
      {found.kind === "provisioning" && found.autoScalingGroup !== undefined && (
        <Property name="Replacement group">
          <ConsoleLink href={autoScalingGroupUrl(region, found.autoScalingGroup)}>
            <Code text={found.autoScalingGroup} />
          </ConsoleLink>
        </Property>
      )}
    </>
  );
}
