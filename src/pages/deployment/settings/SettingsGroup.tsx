import type { ReactNode } from "react";
import type { Explained } from "../../../codedeploy/settings/explain.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";

/** A titled part of the settings. */
export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="break-inside-avoid not-last:mb-5">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {children}
    </div>
  );
}

/** A setting in a few words with its meaning below; nothing for one that AWS did not send. */
export function ExplainedProperty({ name, value }: { name: string; value: Explained | undefined }) {
  if (!value) return null;
  return (
    <Property name={name} hint={value.meaning}>
      <AwsText text={value.word} />
    </Property>
  );
}
