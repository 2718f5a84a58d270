import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { traffic } from "../../../codedeploy/traffic/traffic.ts";
import { trafficPlan } from "../../../codedeploy/traffic/traffic-plan.ts";
import { formatCountOf } from "../../../format/counts.ts";
import { useDeploymentConfig } from "../../../queries/deployment-config.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Card } from "../../../ui/Card.tsx";
import { TargetTraffic } from "./TargetTraffic.tsx";
import { partProblemWords } from "../part-problem-words.ts";
import { useShownDeployment } from "../shown-deployment.ts";

/** A stack may shift the traffic of many functions; more than these are in the list of targets. */
const MAX_SHOWN = 20;

/** How traffic is split between the original and the replacement, and what is planned. Nothing for instances. */
export function TrafficCard() {
  const { region, deployment } = useShownDeployment();
  const list = useTargetList();
  const { config, error } = useDeploymentConfig(region, deployment);
  const shifting = knownTargets(list).flatMap((target) => {
    const split = traffic(target);
    return split ? [{ target, split }] : [];
  });
  if (shifting.length === 0) return null;
  const plan = config && trafficPlan(config);
  const hidden = shifting.length - MAX_SHOWN;
  return (
    <Card title="Traffic">
      <div className="space-y-5">
        {shifting.slice(0, MAX_SHOWN).map(({ target, split }) => (
          <TargetTraffic
            key={target.id}
            region={region}
            target={target}
            split={split}
            plan={plan}
            hasName={shifting.length > 1}
          />
        ))}
        {hidden > 0 && (
          <p className="text-muted">{formatCountOf(hidden, "more target")} in the list of targets.</p>
        )}
        {error && <p className="text-muted">{partProblemWords(error, "The planned steps are not shown")}</p>}
      </div>
    </Card>
  );
}
