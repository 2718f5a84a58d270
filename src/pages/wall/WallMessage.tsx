import type { ReactNode } from "react";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { shortText } from "../../format/short-text.ts";

interface WallMessageProps extends DeploymentRef {
  title: string;
  text?: string;
  /** What helps. */
  children?: ReactNode;
}

/** A tile without a deployment: why there is none. */
export function WallMessage({ region, deploymentId, title, text, children }: WallMessageProps) {
  return (
    <section
      aria-label={shortText(deploymentId)}
      className="flex min-w-0 flex-col justify-center gap-3 overflow-hidden rounded-lg border border-l-8 border-line p-5 text-xl"
    >
      <p className="text-muted">
        <bdi>{shortText(region)}</bdi> · <bdi className="font-mono">{shortText(deploymentId)}</bdi>
      </p>
      <h2 className="text-4xl font-semibold">{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}
