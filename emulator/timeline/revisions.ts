import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { outsideTheModel } from "../wire.ts";
import { fingerprint } from "./fingerprint.ts";

/** A commit on GitHub; the same text names the same commit. */
export function gitHubRevision(repository: string, commit: string): Wire<RevisionLocation> {
  return { revisionType: "GitHub", gitHubLocation: { repository, commitId: fingerprint(commit, 40) } };
}

/** A bundle in S3 as recorded: with an object version, and with quotation marks inside the eTag. */
export function s3Revision(bucket: string, key: string, build: string): Wire<RevisionLocation> {
  return {
    revisionType: "S3",
    s3Location: {
      bucket,
      key,
      bundleType: key.endsWith(".zip") ? "zip" : "tgz",
      version: fingerprint(`version ${build}`, 32),
      eTag: `"${fingerprint(`eTag ${build}`, 32)}"`,
    },
  };
}

/** An AppSpec given inline: AWS tells its hash and sends `null` for its text. */
export function appSpecRevision(text: string): Wire<RevisionLocation> {
  return {
    revisionType: "AppSpecContent",
    appSpecContent: { content: outsideTheModel(null), sha256: fingerprint(text, 64) },
  };
}
