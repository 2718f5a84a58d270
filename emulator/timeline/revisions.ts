import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { outsideTheModel } from "../wire.ts";
import { fingerprint, fraction } from "./fingerprint.ts";
import { containerOf } from "./task-definitions.ts";

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

/** An AppSpec for an ECS service given inline; the same text names the same release of it. */
export function appSpecRevision(
  release: string,
  hooks: Readonly<Record<string, string>> = {},
): Wire<RevisionLocation> {
  const [service = ""] = release.split(" ");
  return inlineAppSpec([
    `# ${release}`,
    "version: 0.0",
    "Resources:",
    "  - TargetService:",
    "      Type: AWS::ECS::Service",
    "      Properties:",
    `        TaskDefinition: ${service}:${releaseNumber(release)}`,
    "        LoadBalancerInfo:",
    `          ContainerName: ${containerOf(service)}`,
    "          ContainerPort: 8080",
    ...hookLines(hooks),
  ]);
}

/** An AppSpec for a Lambda function given inline, which goes to the version of the release's number; the same text names the same release. */
export function functionAppSpecRevision(
  release: string,
  hooks: Readonly<Record<string, string>> = {},
): Wire<RevisionLocation> {
  const [name = ""] = release.split(" ");
  return inlineAppSpec([
    `# ${release}`,
    "version: 0.0",
    "Resources:",
    `  - ${name}:`,
    "      Type: AWS::Lambda::Function",
    "      Properties:",
    `        Name: ${name}`,
    "        Alias: live",
    `        CurrentVersion: "${releaseNumber(release) - 1}"`,
    `        TargetVersion: "${releaseNumber(release)}"`,
    ...hookLines(hooks),
  ]);
}

/** The functions that lifecycle events call, by the events' names. */
function hookLines(hooks: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(hooks).map(([event, name]) => `  - ${event}: ${name}`);
  return lines.length === 0 ? [] : ["Hooks:", ...lines];
}

function inlineAppSpec(lines: readonly string[]): Wire<RevisionLocation> {
  const content = [...lines, ""].join("\n");
  return {
    revisionType: "AppSpecContent",
    appSpecContent: { content, sha256: fingerprint(content, 64) },
  };
}

/** The number that a release is named by, `checkout 42`, or one that follows from its name; the one `before` comes before it. */
function releaseNumber(release: string): number {
  const [, name = ""] = release.split(/ (.*)/s);
  if (name === "before" || name.startsWith("before ")) {
    return releaseNumber(release.replace(/ before\b/, "")) - 1;
  }
  return /^\d+$/.test(name) ? Number(name) : 10 + Math.floor(fraction(release) * 300);
}

/** A revision as the answers about deployments have it: AWS tells the hash of an AppSpec and sends `null` for its text. */
export function withoutText(revision: Wire<RevisionLocation>): Wire<RevisionLocation> {
  const { appSpecContent } = revision;
  if (!appSpecContent) return revision;
  return { ...revision, appSpecContent: { ...appSpecContent, content: outsideTheModel(null) } };
}

/** What tells a revision from others. */
export function revisionKey(revision: Wire<RevisionLocation>): string {
  const { revisionType, s3Location, gitHubLocation, string, appSpecContent } = revision;
  const { bucket, key, version, eTag } = s3Location ?? {};
  const { repository, commitId } = gitHubLocation ?? {};
  const hash = appSpecContent?.sha256 ?? string?.sha256;
  return JSON.stringify([revisionType, bucket, key, version, eTag, repository, commitId, hash]);
}
