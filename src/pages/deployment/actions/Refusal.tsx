import type { ActionFailure } from "../../../codedeploy/actions/action-outcome.ts";
import { canBeNarrowed } from "../../../codedeploy/actions/action.ts";
import { refusalWords } from "../../../codedeploy/actions/refusal-words.ts";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { isExplicitDenial } from "../../../errors/refusal.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { MissingPolicy } from "../../faults/MissingPolicy.tsx";
import { DeploymentLink } from "../../frame/Link.tsx";

interface RefusalProps extends DeploymentRef {
  failure: ActionFailure;
}

/** Why an action was not done: what AWS refused, in words and in its own, and what helps. */
export function Refusal({ failure, region, deploymentId }: RefusalProps) {
  const { title, meaning, steps, otherId } = refusalWords(failure, deploymentId);
  const named = canBeNarrowed(failure.action) ? failure : { ...failure, detail: undefined };
  const said = [failure.awsCode, failure.detail].filter(Boolean).join(": ");
  return (
    <Notice tone="fail" title={failure.wasSent ? `Not done: ${title}` : `Nothing was sent: ${title}`}>
      <div className="space-y-2">
        <p>
          {meaning} {steps[0]}
        </p>
        {otherId !== undefined && (
          <p>
            The other deployment: <DeploymentLink region={region} deploymentId={otherId} />
          </p>
        )}
        {said !== "" && (
          <p className="text-xs text-muted">
            <AwsText text={said} />
          </p>
        )}
        {!isExplicitDenial(failure.detail) && <MissingPolicy error={named} region={region} />}
      </div>
    </Notice>
  );
}
