import { structuredPatch } from "diff";

/** A line of two texts side by side. `gap`: lines that are the same in both are left out here. */
export interface DiffLine {
  kind: "same" | "added" | "removed" | "gap";
  text: string;
}

/** Lines around a change that are shown though they are the same. */
const CONTEXT = 3;
/** Texts with more changed lines than these are not compared: it would take the browser too long. */
const MOST_EDITS = 2_000;
/** A longer comparison is no longer read. */
const MOST_LINES = 500;

const KINDS: Readonly<Record<string, DiffLine["kind"]>> = { "+": "added", "-": "removed", " ": "same" };

/**
 * The lines in which two texts differ, with those around them; nothing where they are equal, however their lines end.
 * `undefined` where there is too much of it to be read.
 */
export function lineDifference(before: string, now: string): DiffLine[] | undefined {
  const patch = structuredPatch("before", "now", withPlainEnds(before), withPlainEnds(now), "", "", {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (!patch) return undefined;
  const lines = patch.hunks.flatMap(({ lines: own, oldStart }, index): DiffLine[] => {
    const hunk = own.flatMap((line): DiffLine[] => {
      const kind = KINDS[line.charAt(0)];
      return kind ? [{ kind, text: line.slice(1) }] : [];
    });
    const gap: DiffLine[] = index > 0 || oldStart > 1 ? [{ kind: "gap", text: "" }] : [];
    return gap.concat(hunk);
  });
  return lines.length > MOST_LINES ? undefined : lines;
}

/** A missing line end at the end of a text is no change that anybody means. */
function withPlainEnds(text: string): string {
  const plain = text.replaceAll("\r\n", "\n");
  return plain === "" || plain.endsWith("\n") ? plain : `${plain}\n`;
}
