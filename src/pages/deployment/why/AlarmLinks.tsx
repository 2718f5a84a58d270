import { alarmUrl } from "../../../aws-names/console-links.ts";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";

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
