import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import { outsideTheModel } from "../../wire.ts";
import type { Wire } from "../../wire.ts";
import type { JsonInput } from "../json-input.ts";
import type { SignedCall } from "../signed-json-service.ts";

type Revision = Wire<RevisionLocation>;

/**
 * The revision in a call.
 * @throws AwsError when there is none, or one that is none of the kinds that AWS documents
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RevisionLocation.html
 */
export function requireRevision({ input }: SignedCall): Revision {
  const revision = input.within("revision");
  if (!revision) throw new AwsError("RevisionRequiredException", "The revision was not specified.");
  const revisionType = revision.text("revisionType") ?? "null";
  switch (revisionType) {
    case "S3":
      return { revisionType, s3Location: s3LocationIn(revision.within("s3Location")) };
    case "GitHub":
      return { revisionType, gitHubLocation: gitHubLocationIn(revision.within("gitHubLocation")) };
    case "String":
      return { revisionType, string: textIn(revision.within("string")) };
    case "AppSpecContent":
      return { revisionType, appSpecContent: textIn(revision.within("appSpecContent")) };
    default:
      throw invalidRevision(`The revision type ${revisionType} is not valid.`);
  }
}

/** A revision that is none. */
export function invalidRevision(message: string): AwsError {
  return new AwsError("InvalidRevisionException", message);
}

const BUNDLE_TYPES: ReadonlySet<string> = new Set(["tar", "tgz", "zip", "YAML", "JSON"]);

function s3LocationIn(location: JsonInput | undefined): NonNullable<Revision["s3Location"]> {
  const [bucket, key, bundleType] = ["bucket", "key", "bundleType"].map((name) => location?.text(name));
  if (!bucket || !key) throw invalidRevision("The bucket or the key of the revision was not specified.");
  if (!bundleType || !BUNDLE_TYPES.has(bundleType)) {
    throw invalidRevision("The bundle type of the revision is not valid.");
  }
  const [version, eTag] = [location?.text("version"), location?.text("eTag")];
  return {
    bucket,
    key,
    bundleType: outsideTheModel(bundleType),
    ...(version !== undefined && { version }),
    ...(eTag !== undefined && { eTag }),
  };
}

function gitHubLocationIn(location: JsonInput | undefined): NonNullable<Revision["gitHubLocation"]> {
  const [repository, commitId] = [location?.text("repository"), location?.text("commitId")];
  if (!repository?.includes("/") || !commitId) {
    throw invalidRevision("The repository or the commit of the revision was not specified.");
  }
  return { repository, commitId };
}

/** An AppSpec: its text, its hash, or both where they fit. With the hash alone it is one that AWS has already. */
function textIn(given: JsonInput | undefined): { content?: string; sha256: string } {
  const [content, sha256] = [given?.text("content"), given?.text("sha256")];
  const hash = content === undefined ? sha256 : fingerprint(content, 64);
  if (!hash) throw invalidRevision("Neither the content nor the sha256 of the revision was specified.");
  if (sha256 !== undefined && sha256 !== hash) {
    throw invalidRevision("The sha256 of the revision is not that of its content.");
  }
  return { sha256: hash, ...(content !== undefined && { content }) };
}
