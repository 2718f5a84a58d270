import { alarmUrl, stackUrl } from "../../../aws-names/console-links.ts";
import { Code } from "../../../ui/Code.tsx";
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

/** CloudWatch alarms by name, each leading to its page in the console where its name allows a link. */
export function AlarmLinks({ region, alarmNames }: { region: string; alarmNames: readonly string[] }) {
  return (
    <ul>
      {alarmNames.map((name) => (
        <li key={name}>
          <ConsoleLink href={alarmUrl(region, name)}>
            <Code text={name} />
          </ConsoleLink>
        </li>
      ))}
    </ul>
  );
}
