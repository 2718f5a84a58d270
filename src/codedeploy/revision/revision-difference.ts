import { formatList } from "../../format/list.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { Revision, RevisionPart, RevisionPartName } from "./revision.ts";
import { revisionOf, revisionParts } from "./revision.ts";

/** One part of two revisions from the same kind of source. */
export type ComparedPart = { name: RevisionPartName } & (
  | { change: "same"; now: string }
  | { change: "changed"; now: string; before: string }
  /** AWS sent it for one of the two only: that proves no change. */
  | { change: "only-now"; now: string }
  | { change: "only-before"; before: string }
);

export type RevisionDifference =
  | { kind: "not-reported"; previous: Revision | undefined }
  /** No previous revision: nothing of the group has succeeded before, or AWS does not say what. */
  | { kind: "none-before"; revision: Revision }
  | { kind: "other-source"; revision: Revision; previous: Revision }
  /** `undecided`: nothing differs, and nothing that AWS sent proves that the content is the same. */
  | {
      kind: "same" | "changed" | "undecided";
      revision: Revision;
      previous: Revision;
      parts: ComparedPart[];
    };

/** Parts that stand for the content: where one is equal in both, so is what gets deployed. */
const PROOFS: ReadonlySet<RevisionPartName> = new Set(["Commit", "Version", "eTag", "sha256", "Content"]);

/** How one part is written in two ways that mean the same: AWS sends an eTag with and without its quotes. */
const NORMAL_FORMS: Readonly<Partial<Record<RevisionPartName, (value: string) => string>>> = {
  Repository: (value) => value.toLowerCase(),
  Commit: (value) => (isHash(value) ? value.toLowerCase() : value),
  eTag: (value) => value.replace(/^"(.*)"$/s, "$1"),
  sha256: (value) => value.toLowerCase(),
};

/**
 * What a deployment deploys, beside the revision deployed before it. `previousRevision` is what the group had
 * before, not a promise of what a rollback would deploy.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html
 */
export function revisionDifference(deployment: Deployment): RevisionDifference {
  const revision = revisionOf(deployment.revision);
  const previous = revisionOf(deployment.previousRevision);
  if (!revision) return { kind: "not-reported", previous };
  if (!previous) return { kind: "none-before", revision };
  if (revision.kind !== previous.kind) return { kind: "other-source", revision, previous };
  const parts = compareParts(revisionParts(revision), revisionParts(previous));
  return { kind: verdict(parts), revision, previous, parts };
}

function compareParts(now: RevisionPart[], before: RevisionPart[]): ComparedPart[] {
  const lost = before.filter(({ name }) => !now.some((part) => part.name === name));
  return [
    ...now.map((part) => compare(part, before.find(({ name }) => name === part.name)?.value)),
    ...lost.map(({ name, value }): ComparedPart => ({ name, change: "only-before", before: value })),
  ];
}

function compare({ name, value: now }: RevisionPart, before: string | undefined): ComparedPart {
  if (before === undefined) return { name, change: "only-now", now };
  const normal = NORMAL_FORMS[name] ?? ((value) => value);
  const isSame = normal(now) === normal(before) || (name === "Commit" && isSameCommit(now, before));
  return isSame ? { name, change: "same", now } : { name, change: "changed", now, before };
}

/** A commit's hash, whole or as its first seven characters or more. A branch or a tag may stand for another commit than before. */
function isHash(commitId: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(commitId);
}

/** A short hash and the whole one are one commit. */
function isSameCommit(one: string, other: string): boolean {
  if (!isHash(one) || !isHash(other)) return false;
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].toSorted((a, b) => a.length - b.length);
  return short !== undefined && long !== undefined && long.startsWith(short);
}

/**
 * Whether an equal part proves that the content is the same. A branch can move, and the version of an object in a bucket without
 * versions is always "null".
 */
function isProof(part: ComparedPart): boolean {
  if (part.change !== "same" || !PROOFS.has(part.name)) return false;
  if (part.name === "Commit") return isHash(part.now);
  return part.name !== "Version" || part.now !== "null";
}

function verdict(parts: readonly ComparedPart[]): "same" | "changed" | "undecided" {
  if (parts.some(({ change }) => change === "changed")) return "changed";
  return parts.some(isProof) ? "same" : "undecided";
}

const SOURCES: Readonly<Record<Exclude<Revision["kind"], "unknown">, string>> = {
  S3: "Amazon S3",
  GitHub: "GitHub",
  String: "AppSpec text",
  AppSpecContent: "AppSpec content",
};

/** How a part is called within a sentence. */
const PARTS: Readonly<Record<RevisionPartName, string>> = {
  Repository: "repository",
  Commit: "commit",
  Object: "S3 object",
  Bucket: "bucket",
  Key: "key",
  Version: "version",
  eTag: "eTag",
  "Bundle type": "bundle type",
  sha256: "sha256",
  Content: "content",
};

/** Where a revision comes from; for a kind that we do not know, AWS's own word. */
export function sourceWords(revision: Revision): string {
  if (revision.kind !== "unknown") return SOURCES[revision.kind];
  return revision.location.revisionType || "not reported";
}

/** One sentence: what this deployment changes. */
export function differenceWords(difference: RevisionDifference): string {
  switch (difference.kind) {
    case "not-reported":
      return "AWS reports no revision for this deployment.";
    case "none-before":
      return "AWS reports no revision before this one.";
    case "same":
      return "Same revision as before: a redeploy.";
    case "other-source":
      return `From another source than before: ${sourceWords(difference.revision)} now, ${sourceWords(difference.previous)} before.`;
    case "undecided":
      return undecidedWords(difference.parts);
    case "changed":
      return changeWords(difference.parts);
  }
}

function undecidedWords(parts: readonly ComparedPart[]): string {
  const commit = parts.find(({ name, change }) => name === "Commit" && change === "same");
  return commit?.change === "same"
    ? `Nothing differs from before, and ${commit.now} may stand for another commit than before.`
    : "Nothing that AWS sent differs from before, and nothing proves that the content is the same.";
}

/** Another object has another version and eTag in any case; saying so would hide what matters. */
function changeWords(parts: readonly ComparedPart[]): string {
  const isSameObject = parts.some(({ name, change }) => name === "Object" && change === "same");
  const changed = parts.filter(({ change }) => change === "changed").map(({ name }) => name);
  const named = changed.includes("Object") ? changed.filter((name) => !OF_OBJECT.has(name)) : changed;
  if (named.every((name) => OF_APPSPEC.has(name))) return "Another AppSpec than before.";
  if (changed.includes("Object") && named.length === 1) return "Another file from Amazon S3 than before.";
  if (isSameObject && named.every((name) => OF_OBJECT.has(name))) {
    return named.includes("Version")
      ? "Another version of the same file in Amazon S3."
      : "The same file in Amazon S3, with other content.";
  }
  const words = formatList(
    named.map((name) => PARTS[name]),
    "and",
  );
  return `Another ${words} ${isSameObject ? "of the same S3 object" : "than before"}.`;
}

const OF_OBJECT: ReadonlySet<RevisionPartName> = new Set(["Version", "eTag"]);
/** An AppSpec is its content; the sha256 is that of the content. */
const OF_APPSPEC: ReadonlySet<RevisionPartName> = new Set(["sha256", "Content"]);
