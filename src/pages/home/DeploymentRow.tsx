import type { ReactNode } from "react";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { visibleText } from "../../format/visible-text.ts";
import { Link } from "../frame/Link.tsx";
import { useAddress } from "../../app/navigation.ts";

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
          <bdi>{visibleText(name)}</bdi>
        </Link>
        <p className="text-xs text-muted">{facts}</p>
      </div>
      {end}
    </li>
  );
}
