import { ArrowRight } from "lucide-react";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { formatCountOf } from "../../format/number.ts";
import { Card } from "../../ui/Card.tsx";
import { DeploymentRow } from "./DeploymentRow.tsx";

/** A deployment that the installation offers to look at. */
export interface Example extends DeploymentRef {
  /** One sentence that says what there is to see. */
  description: string;
}

/** The most interesting come first; a longer list would be a wall. */
const SHOWN_AT_ONCE = 6;

/** Deployments for those who have none at hand. */
export function ExampleDeployments({ examples }: { examples: readonly Example[] }) {
  const others = examples.slice(SHOWN_AT_ONCE);
  return (
    <Card title="Deployments to look at">
      <div className="-mx-4 -my-3 divide-y divide-line">
        <ExampleList examples={examples.slice(0, SHOWN_AT_ONCE)} />
        {others.length > 0 && (
          <details>
            <summary className="px-4 py-2.5 hover:bg-hover">
              {formatCountOf(others.length, "more deployment")}
            </summary>
            <ExampleList examples={others} />
          </details>
        )}
      </div>
    </Card>
  );
}

function ExampleList({ examples }: { examples: readonly Example[] }) {
  return (
    <ul className="divide-y divide-line">
      {examples.map(({ region, deploymentId, description }) => (
        <DeploymentRow
          key={`${region}/${deploymentId}`}
          region={region}
          deploymentId={deploymentId}
          name={description}
          facts={`${region} · ${deploymentId}`}
          end={<ArrowRight aria-hidden size={16} className="shrink-0 text-muted" />}
        />
      ))}
    </ul>
  );
}
