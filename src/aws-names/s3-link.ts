import type { S3Location } from "@aws-sdk/client-codedeploy";
import { consoleUrl } from "./console-links.ts";

/** Buckets made before 2018 may have capitals, underscores and up to 255 characters. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;
/** Printable text of a key's greatest length; no control, format or broken characters. */
const TEXT = /^[^\p{C}]{1,1024}$/u;

/** The object as `s3://bucket/key`, for the AWS CLI; `undefined` unless both are there. */
export function s3Uri({ bucket, key }: S3Location): string | undefined {
  return bucket && key ? `s3://${bucket}/${key}` : undefined;
}

/**
 * The object's page in the AWS console, at its version when one is named. `region` is the deployment's:
 * CodeDeploy reads revisions from buckets of its own Region. `undefined` for what can be no object.
 */
export function s3ObjectUrl(region: string, { bucket, key, version }: S3Location): string | undefined {
  if (!bucket || !key || !BUCKET.test(bucket) || !TEXT.test(key)) return undefined;
  return consoleUrl(region, `s3/object/${bucket}`, {
    query: { prefix: key, ...(version && TEXT.test(version) && { versionId: version }) },
  });
}
