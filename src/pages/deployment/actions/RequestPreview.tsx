import type { NewDeployment, NewDeploymentWarning } from "../../../codedeploy/actions/new-deployment.ts";
import { appSpecText, comparedMembers } from "../../../codedeploy/actions/new-deployment.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { DeploymentLink } from "../../frame/Link.tsx";

interface RequestPreviewProps {
  region: string;
  request: NewDeployment;
  /** What it is compared with. */
  shown: Deployment;
  warnings: readonly NewDeploymentWarning[];
}

/** The exact request, member by member beside what the deployment had, and what speaks against it. */
export function RequestPreview({ region, request, shown, warnings }: RequestPreviewProps) {
  const appSpec = appSpecText(request.revision);
  return (
    <div className="space-y-3">
      <Notice tone="wait" title="Before you confirm">
        <ul className="list-disc space-y-1 pl-5">
          {warnings.map(({ text, deploymentId }) => (
            <li key={`${text} ${deploymentId}`}>
              <AwsText text={text} />{" "}
              {deploymentId !== undefined && <DeploymentLink region={region} deploymentId={deploymentId} />}
            </li>
          ))}
        </ul>
      </Notice>
      <h3 className="font-semibold">What is sent: CreateDeployment</h3>
      <ScrollRegion name="The request" className="max-h-72 rounded-md border border-line">
        <table className="w-full min-w-130 text-left text-xs [&_td]:p-1.5 [&_td]:align-top [&_th]:p-1.5 [&_th]:align-top">
          <thead>
            <tr className="text-muted">
              <th scope="col">Member</th>
              <th scope="col">Sent</th>
              <th scope="col">This deployment had</th>
            </tr>
          </thead>
          <tbody className="font-mono">
            {comparedMembers(request, shown).map(({ name, sent, otherwise, had }) => (
              <tr key={name} className="border-t border-line">
                <th scope="row" className="font-normal whitespace-nowrap">
                  {name}
                </th>
                <MemberValue text={sent} otherwise={otherwise} />
                <MemberValue text={had} otherwise="–" />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {appSpec !== undefined && (
        <>
          <h3 className="font-semibold">The AppSpec that is sent</h3>
          <CodeBlock text={appSpec} name="AppSpec" />
        </>
      )}
    </div>
  );
}

function MemberValue({ text, otherwise }: { text: string | undefined; otherwise: string }) {
  return (
    <td className="break-all">
      {text === undefined ? (
        <span className="font-sans text-muted">{otherwise}</span>
      ) : (
        <AwsText text={text} cap={300} />
      )}
    </td>
  );
}
