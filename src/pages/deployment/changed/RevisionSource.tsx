import type { Revision } from "../../../codedeploy/revision/revision.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Property } from "../../../ui/PropertyList.tsx";
import { sourceWords } from "../../../codedeploy/revision/revision-words.ts";

/** Where a revision comes from, and what AWS leaves out of it. */
export function RevisionSource({ revision }: { revision: Revision }) {
  return (
    <Property name="Source" hint={whatIsMissing(revision)}>
      <AwsText text={sourceWords(revision)} />
    </Property>
  );
}

function whatIsMissing(revision: Revision): string | undefined {
  switch (revision.kind) {
    case "S3":
    case "GitHub":
      return undefined;
    case "String":
    case "AppSpecContent":
      if (revision.content) return undefined;
      return revision.sha256
        ? "CodeDeploy does not send the content here; aws deploy get-application-revision gives it for this sha256."
        : "CodeDeploy sent neither the content nor its sha256.";
    case "unknown":
      return "AWS sent no location that this version of the page knows. The raw answer has all of it.";
  }
}
