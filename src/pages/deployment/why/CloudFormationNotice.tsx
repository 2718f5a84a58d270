import { stackUrl } from "../../../aws-names/console-links.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { ConsoleLink } from "../../../ui/ConsoleLink.tsx";

/** Says where a deployment that CloudFormation runs is stopped, rolled back and repeated. */
export function CloudFormationNotice({ stackId }: { stackId: string | undefined }) {
  const href = stackUrl(stackId ?? "");
  return (
    <Notice tone="neutral" title="CloudFormation runs this deployment.">
      <p>
        Stop it, roll it back or repeat it by way of its stack, not in CodeDeploy.
        {href !== undefined && (
          <>
            {" "}
            <ConsoleLink href={href}>Open the stack</ConsoleLink>
          </>
        )}
      </p>
    </Notice>
  );
}
