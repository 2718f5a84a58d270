import type { Revision } from "./revision.ts";
import { s3Uri } from "../../aws-names/s3-link.ts";

export type RevisionPartName =
  | "Repository"
  | "Commit"
  | "Object"
  | "Bucket"
  | "Key"
  | "Version"
  | "eTag"
  | "Bundle type"
  | "sha256"
  | "Content";

export interface RevisionPart {
  name: RevisionPartName;
  value: string;
}

/**
 * A revision as named values in the order in which a person reads them, what is absent or empty left out.
 * Bucket and key are one `s3://` address unless one of them is missing.
 */
export function revisionParts(revision: Revision): RevisionPart[] {
  return namedValues(revision).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function namedValues(revision: Revision): [RevisionPartName, string | undefined][] {
  switch (revision.kind) {
    case "GitHub":
      return [
        ["Repository", revision.repository],
        ["Commit", revision.commitId],
      ];
    case "S3": {
      const uri = s3Uri(revision);
      return [
        ["Object", uri],
        ["Bucket", uri === undefined ? revision.bucket : undefined],
        ["Key", uri === undefined ? revision.key : undefined],
        ["Version", revision.version],
        ["eTag", revision.eTag],
        ["Bundle type", revision.bundleType],
      ];
    }
    case "String":
    case "AppSpecContent":
      return [
        ["sha256", revision.sha256],
        ["Content", revision.content],
      ];
    case "unknown":
      return [];
  }
}
