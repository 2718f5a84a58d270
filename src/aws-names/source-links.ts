import type { GitHubLocation, S3Location } from "@aws-sdk/client-codedeploy";
import { consoleUrl } from "./console-links.ts";

/** GitHub's own limits for owner and repository names; `.` and `..` would step up in the address. */
const REPOSITORY = /^[A-Za-z0-9-]{1,39}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const COMMIT = /^[0-9a-f]{7,40}$/;

/** The repository on github.com; `undefined` when AWS sent something that is no repository. */
export function repositoryUrl(repository: string | undefined): string | undefined {
  return repository !== undefined && REPOSITORY.test(repository)
    ? `https://github.com/${repository}`
    : undefined;
}

/** The commit on github.com; `undefined` unless repository and commit have the form that GitHub gives them. */
export function commitUrl({ repository, commitId }: GitHubLocation): string | undefined {
  const base = repositoryUrl(repository);
  return base !== undefined && isCommit(commitId) ? `${base}/commit/${commitId}` : undefined;
}

/** All changes from `previous` to `current` on github.com; only within one repository. */
export function compareUrl(previous: GitHubLocation, current: GitHubLocation): string | undefined {
  const base = repositoryUrl(current.repository);
  if (base === undefined || repositoryUrl(previous.repository)?.toLowerCase() !== base.toLowerCase()) {
    return undefined;
  }
  if (!isCommit(previous.commitId) || !isCommit(current.commitId)) return undefined;
  return `${base}/compare/${previous.commitId}...${current.commitId}`;
}

/** A commit id as people say it: seven characters. Text that is no commit id stays whole. */
export function shortCommit(commitId: string): string {
  return isCommit(commitId) ? commitId.slice(0, 7) : commitId;
}

function isCommit(commitId: string | undefined): commitId is string {
  return commitId !== undefined && COMMIT.test(commitId);
}

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

/** Text that can stand as one step of a path: bounded, no control or broken characters, not `.` or `..`. */
const NAME = /^(?!\.{1,2}$)[^\p{C}]{1,100}$/u;
const BASE = "codesuite/codedeploy/applications";

/** The application's page in the AWS console; `undefined` for a name that no application can have. */
export function applicationUrl(region: string, application: string): string | undefined {
  return NAME.test(application)
    ? consoleUrl(region, `${BASE}/${encodeURIComponent(application)}`)
    : undefined;
}

/** The deployment group's page in the AWS console; it needs the application's name too. */
export function deploymentGroupUrl(
  region: string,
  application: string | undefined,
  group: string,
): string | undefined {
  if (application === undefined || !NAME.test(application) || !NAME.test(group)) return undefined;
  const path = `${BASE}/${encodeURIComponent(application)}/deployment-groups/${encodeURIComponent(group)}`;
  return consoleUrl(region, path);
}
