import { stackUrl } from "../../../aws-names/stacks.ts";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { Notice } from "../../../ui/Notice.tsx";

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
