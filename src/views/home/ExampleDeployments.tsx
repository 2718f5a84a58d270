import type { DeploymentRef } from "../../domain/deployment.ts";
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
    <Card title="See it live" aside={<span className="text-muted">Start with the first</span>}>
      <ExampleList examples={examples.slice(0, SHOWN_AT_ONCE)} />
      {others.length > 0 && (
        <details className="border-t border-line pt-2">
          <summary className="min-h-6 text-muted">{formatCountOf(others.length, "more deployment")}</summary>
          <ExampleList examples={others} />
        </details>
      )}
    </Card>
  );
}

function ExampleList({ examples }: { examples: readonly Example[] }) {
  return (
    <ul className="-mx-4 divide-y divide-line">
      {examples.map(({ region, deploymentId, description }) => (
        <DeploymentRow
          key={`${region}/${deploymentId}`}
          region={region}
          deploymentId={deploymentId}
          name={description}
          facts={`${region} · ${deploymentId}`}
        />
      ))}
    </ul>
  );
}
