import type {
  AppSpecContent,
  GitHubLocation,
  RawString,
  RevisionLocation,
  RevisionLocationType,
  S3Location,
} from "@aws-sdk/client-codedeploy";
import { s3Uri } from "../../aws-names/source-links.ts";
import { lookUp } from "../../values/look-up.ts";

/** What is deployed and where it comes from. Every member but `kind` may be absent. */
export type Revision =
  | ({ kind: "S3" } & S3Location)
  | ({ kind: "GitHub" } & GitHubLocation)
  | ({ kind: "String" } & RawString)
  | ({ kind: "AppSpecContent" } & AppSpecContent)
  /** A type that we do not know, or one whose location AWS did not send. */
  | { kind: "unknown"; location: RevisionLocation };

const READERS: Readonly<Record<RevisionLocationType, (location: RevisionLocation) => Revision | undefined>> =
  {
    S3: ({ s3Location }) => (s3Location ? { ...s3Location, kind: "S3" } : undefined),
    GitHub: ({ gitHubLocation }) => (gitHubLocation ? { ...gitHubLocation, kind: "GitHub" } : undefined),
    String: ({ string }) => (string ? { ...string, kind: "String" } : undefined),
    AppSpecContent: ({ appSpecContent }) =>
      appSpecContent ? { ...appSpecContent, kind: "AppSpecContent" } : undefined,
  };

/**
 * A revision by what AWS really sent: the location that `revisionType` names, or, when the type is missing or
 * names a location that is not there, the one that is. A type that nobody knows yet is left alone. An object without a
 * member that holds anything is no revision.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RevisionLocation.html
 */
export function revisionOf(location: RevisionLocation | undefined): Revision | undefined {
  if (!location || isEmpty(location)) return undefined;
  const unknown: Revision = { kind: "unknown", location };
  if (!location.revisionType) return anyLocation(location) ?? unknown;
  const read = lookUp(READERS, location.revisionType);
  return read ? (read(location) ?? anyLocation(location) ?? unknown) : unknown;
}

function isEmpty(location: RevisionLocation): boolean {
  return Object.values(location).every((member: unknown) => member === undefined || member === null);
}

function anyLocation(location: RevisionLocation): Revision | undefined {
  for (const read of Object.values(READERS)) {
    const revision = read(location);
    if (revision) return revision;
  }
  return undefined;
}

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
