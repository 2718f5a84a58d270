import type { ComparedSetting } from "../../codedeploy/compare/compared-settings.ts";
import { comparedSettings } from "../../codedeploy/compare/compared-settings.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { formatCountOf } from "../../format/counts.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Card } from "../../ui/Card.tsx";
import { ComparedRow, ComparedTable } from "./ComparedTable.tsx";

/** The settings in AWS's own words: those that differ, and on demand the others. */
export function ComparedSettings({ before, after }: { before: Deployment; after: Deployment }) {
  const settings = comparedSettings(before, after);
  const differing = settings.filter((one) => one.before !== one.after);
  const same = settings.filter((one) => one.before === one.after);
  return (
    <Card title="Settings">
      <div className="space-y-3">
        {differing.length === 0 ? (
          <p>No setting differs in what AWS sent.</p>
        ) : (
          <SettingsTable name="Settings that differ" settings={differing} />
        )}
        {same.length > 0 && (
          <details>
            <summary className="inline-flex min-h-6 items-center">
              {formatCountOf(same.length, "setting")} alike
            </summary>
            <SettingsTable name="Settings that are alike" settings={same} />
          </details>
        )}
      </div>
    </Card>
  );
}

function SettingsTable({ name, settings }: { name: string; settings: readonly ComparedSetting[] }) {
  return (
    <ComparedTable name={name} of="Setting">
      {settings.map((setting) => (
        <ComparedRow key={setting.name} name={<AwsText text={setting.name.replaceAll(".", ". ")} />}>
          <td>{setting.before === undefined ? "not sent" : <AwsText text={setting.before} cap={300} />}</td>
          <td>{setting.after === undefined ? "not sent" : <AwsText text={setting.after} cap={300} />}</td>
        </ComparedRow>
      ))}
    </ComparedTable>
  );
}
