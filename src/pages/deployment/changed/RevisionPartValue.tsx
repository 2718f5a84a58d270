import { commitUrl, repositoryUrl, shortCommit, s3ObjectUrl } from "../../../aws-names/source-links.ts";
import type { Revision, RevisionPart } from "../../../codedeploy/revision/revision.ts";
import { Code } from "../../../ui/Code.tsx";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

interface RevisionPartValueProps {
  part: RevisionPart;
  /** The revision that the part is of: a commit's link needs its repository. */
  revision: Revision;
  /** It is of the revision deployed before, which the names of buttons then say. */
  isPrevious?: boolean;
}

/** One part of a revision, copyable, with the link that its source has for it. */
export function RevisionPartValue({ part, revision, isPrevious = false }: RevisionPartValueProps) {
  const { region } = useShownDeployment();
  const { name, value } = part;
  const which = isPrevious ? "previous " : "";
  switch (name) {
    case "Repository":
      return (
        <ConsoleLink href={repositoryUrl(value)}>
          <Code text={value} />
        </ConsoleLink>
      );
    case "Commit":
      return (
        <span>
          <ConsoleLink href={revision.kind === "GitHub" ? commitUrl(revision) : undefined}>
            <Code text={shortCommit(value)} />
          </ConsoleLink>
          <CopyButton text={value} what={`${which}full commit id`} />
        </span>
      );
    case "Object": {
      const href = revision.kind === "S3" && !isPrevious ? s3ObjectUrl(region, revision) : undefined;
      return (
        <span>
          <Code text={value} copyAs={`${which}S3 address`} />{" "}
          {href !== undefined && <ConsoleLink href={href}>Open in the AWS console</ConsoleLink>}
        </span>
      );
    }
    case "Content":
      return <CodeBlock text={value} name={`${which}AppSpec content`} />;
    case "Bundle type":
      return <Code text={value} />;
    case "Bucket":
    case "Key":
    case "Version":
    case "eTag":
    case "sha256":
      return <Code text={value} copyAs={which + name} />;
  }
}
