import { shortCommit } from "../../aws-names/source-links.ts";
import { cutInMiddle } from "../../format/text.ts";
import type { ComparedPart, RevisionDifference } from "./revision-difference.ts";
import { differenceWords } from "./revision-difference.ts";

/** What a deployment changes, in one line. */
export type ChangeLine =
  /** From one value of the same thing to another; `what` names the thing where the values do not. */
  | { kind: "values"; what: string; before: string; now: string }
  /** Where there are no two values to put beside each other. */
  | { kind: "sentence"; sentence: string };

const MAX_NAME = 40;
/** Two of them have room in two lines of a phone. */
const MAX_OBJECT = 32;
const MAX_VALUE = 12;

/** What changed, as two values beside each other where AWS sent both, else as a sentence. */
export function changeLine(difference: RevisionDifference): ChangeLine {
  const sentence: ChangeLine = { kind: "sentence", sentence: differenceWords(difference) };
  if (difference.kind !== "changed") return sentence;
  const { parts, revision } = difference;
  const changed = (name: ComparedPart["name"]) => parts.find((part) => part.name === name && isChanged(part));
  const commit = changed("Commit");
  if (commit?.change === "changed" && !changed("Repository")) {
    const what =
      revision.kind === "GitHub" && revision.repository ? repositoryName(revision.repository) : "commit";
    return { kind: "values", what, before: shortCommit(commit.before), now: shortCommit(commit.now) };
  }
  const object = changed("Object");
  if (object?.change === "changed") return objectLine(object.before, object.now);
  const key = revision.kind === "S3" && revision.key ? fileName(revision.key) : "S3 object";
  for (const name of ["Version", "eTag"] as const) {
    const part = changed(name);
    if (part?.change === "changed") {
      const what = `${cutInMiddle(key, MAX_NAME)}, ${name === "eTag" ? "eTag" : "version"}`;
      return {
        kind: "values",
        what,
        before: cutInMiddle(part.before, MAX_VALUE),
        now: cutInMiddle(part.now, MAX_VALUE),
      };
    }
  }
  return sentence;
}

function isChanged({ change }: ComparedPart): boolean {
  return change === "changed";
}

/** Two objects by what tells them apart: their file names, or the ends of their addresses where those are equal. */
function objectLine(before: string, now: string): ChangeLine {
  const hasOtherName = fileName(before) !== fileName(now);
  const from = before.split("/");
  const to = now.split("/");
  const shared = Math.max(
    0,
    from.findIndex((part, index) => part !== to[index]),
  );
  const name = (address: string, parts: readonly string[]) =>
    cutInMiddle(hasOtherName ? fileName(address) : `…/${parts.slice(shared).join("/")}`, MAX_OBJECT);
  return { kind: "values", what: "S3", before: name(before, from), now: name(now, to) };
}

function fileName(address: string): string {
  return address.split("/").findLast(Boolean) ?? address;
}

/** `acme/shop` of an address or of a name. */
function repositoryName(repository: string): string {
  return cutInMiddle(repository.replace(/^https?:\/\/github\.com\//, ""), MAX_NAME);
}
