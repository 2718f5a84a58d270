import type { Revision } from "./revision.ts";
import type { ComparedPart, RevisionDifference } from "./revision-difference.ts";
import type { RevisionPartName } from "./revision-parts.ts";
import { formatList } from "../../format/list.ts";

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
    case "first":
      return "AWS reports no revision before this one, as on a group's first deployment.";
    case "same":
      return "Same revision as before: a redeploy.";
    case "other-source":
      return `From another source than before: ${sourceWords(difference.revision)} now, ${sourceWords(difference.previous)} before.`;
    case "undecided":
      return "Nothing that AWS sent differs from before, and nothing proves that the content is the same.";
    case "changed":
      return changeWords(difference.parts);
  }
}

/** Another object has another version and eTag in any case; saying so would hide what matters. */
function changeWords(parts: readonly ComparedPart[]): string {
  const isSameObject = parts.some(({ name, change }) => name === "Object" && change === "same");
  const changed = parts.filter(({ change }) => change === "changed").map(({ name }) => name);
  const named = changed.includes("Object") ? changed.filter((name) => !OF_OBJECT.has(name)) : changed;
  const words = formatList(
    named.map((name) => PARTS[name]),
    "and",
  );
  return `Another ${words} ${isSameObject ? "of the same S3 object" : "than before"}.`;
}

const OF_OBJECT: ReadonlySet<RevisionPartName> = new Set(["Version", "eTag"]);
