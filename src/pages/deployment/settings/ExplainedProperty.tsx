import type { Explained } from "../../../codedeploy/settings/explain.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";

/** A setting in a few words with its meaning below; nothing for one that AWS did not send. */
export function ExplainedProperty({ name, value }: { name: string; value: Explained | undefined }) {
  if (!value) return null;
  return (
    <Property name={name} hint={value.meaning}>
      <AwsText text={value.word} />
    </Property>
  );
}
