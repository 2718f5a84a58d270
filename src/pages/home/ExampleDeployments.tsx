import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { useAddress } from "../../app/navigation.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { formatCountOf } from "../../format/counts.ts";
import { Card } from "../../ui/Card.tsx";
import { WholeName } from "../../ui/WholeName.tsx";
import { Link } from "../frame/Link.tsx";

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

interface DeploymentRowProps extends DeploymentRef {
  icon?: ReactNode;
  /** The words of the link. */
  name: string;
  /** A second line, in small. */
  facts: ReactNode;
  /** At the row's right end: a sign, or a control that lifts itself above the link with `relative`. */
  end?: ReactNode;
}

/** A deployment in a list: all of the row is its link. */
export function DeploymentRow({ region, deploymentId, icon, name, facts, end }: DeploymentRowProps) {
  const { view } = useAddress();
  return (
    <li className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-hover">
      {icon}
      <div className="min-w-0 flex-1">
        <Link
          to={{ page: "deployment", region, deploymentId, view }}
          className="font-medium no-underline after:absolute after:inset-0"
        >
          <WholeName text={name} />
        </Link>
        <p className="text-xs text-muted">{facts}</p>
      </div>
      {end}
    </li>
  );
}
