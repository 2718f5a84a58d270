import type { TrafficStep } from "../../../codedeploy/traffic/traffic-plan.ts";
import { trafficProgress } from "../../../codedeploy/traffic/traffic-plan.ts";
import type { Traffic } from "../../../codedeploy/traffic/traffic.ts";
import { targetName, targetUrl } from "../../../codedeploy/targets/target-words.ts";
import type { Target } from "../../../codedeploy/targets/target.ts";
import { shortText } from "../../../format/text.ts";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { TrafficPlan } from "./TrafficPlan.tsx";
import { TrafficSideFacts } from "./TrafficSideFacts.tsx";

interface TargetTrafficProps {
  region: string;
  target: Target;
  split: Traffic;
  plan: readonly TrafficStep[] | undefined;
  /** Only where there are others to tell it from. */
  hasName: boolean;
}

/** One target's traffic: what it is, its two sides, and the planned shifts. */
export function TargetTraffic({ region, target, split, plan, hasName }: TargetTrafficProps) {
  const { facts } = target;
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap gap-x-4">
        {(hasName || facts.kind !== "lambda") && (
          <ConsoleLink href={targetUrl(region, target)}>
            <Code text={targetName(target.id)} />
          </ConsoleLink>
        )}
        {facts.kind === "lambda" && (
          <>
            <Named name="Function" text={facts.lambdaFunction.functionName} />
            <Named name="Alias" text={facts.lambdaFunction.functionAlias} />
          </>
        )}
        {facts.kind === "cloudformation" && <Named name="Resource type" text={facts.resourceType} />}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {split.original && <TrafficSideFacts title="Original" side={split.original} isNew={false} />}
        {split.replacement && <TrafficSideFacts title="Replacement" side={split.replacement} isNew />}
        {split.others.map((side) => (
          <TrafficSideFacts
            key={side.name ?? ""}
            title={
              side.taskSet?.taskSetLabel ? shortText(side.taskSet.taskSetLabel, 40) : "Role not reported"
            }
            side={side}
            isNew={false}
          />
        ))}
      </div>
      {plan && plan.length > 1 && <TrafficPlan steps={trafficProgress(plan, target)} />}
    </div>
  );
}

function Named({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span>
      <span className="text-muted">{name}</span> <Code text={text} />
    </span>
  );
}
