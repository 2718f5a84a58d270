import type { ReactNode } from "react";
import { alarmUrl } from "../../../aws-names/console-links.ts";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";

/** CloudWatch alarms by name. */
export function AlarmNames({ region, names }: { region: string; names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <AlarmEntry key={name} region={region} name={name} />
      ))}
    </ul>
  );
}

interface AlarmEntryProps {
  region: string;
  name: string;
  /** What is known of it. */
  children?: ReactNode;
}

/** An alarm in a list, leading to its page in the console where its name allows a link. */
export function AlarmEntry({ region, name, children }: AlarmEntryProps) {
  return (
    <li>
      <ConsoleLink href={alarmUrl(region, name)}>
        <Code text={name} />
      </ConsoleLink>
      {children}
    </li>
  );
}
