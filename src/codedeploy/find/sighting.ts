/** A deployment id at one place of a text, and what that place says about it. */
export interface Sighting {
  deploymentId: string;
  /** Where it stands, in UTF-16 units from the beginning of the text. */
  at: number;
  /** The Region that the text gives this id. Absent when it gives none. */
  region?: string | undefined;
  /** Whether that Region stands in a Region's place (option, link, member, beside the id), not just somewhere. */
  isRegionSure?: boolean;
  /** The id of the deployment that this one rolled back, as AWS's `rollbackDeploymentId` says. */
  rollbackOf?: string | undefined;
  /** Counts only in a text with no better one: in another id's command, in a message, as the cause of a rollback. */
  isAside?: boolean;
}

/** The better sightings of a text, or the others where there are no better ones. */
export function withoutAsides(sightings: readonly Sighting[]): readonly Sighting[] {
  const meant = sightings.filter(({ isAside }) => isAside !== true);
  return meant.length > 0 ? meant : sightings;
}

/** `text` with the part from `start` to `end` made unreadable, so that every other part keeps its place. */
export function masked(text: string, parts: readonly { start: number; end: number }[]): string {
  if (parts.length === 0) return text;
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end } of parts) {
    pieces.push(text.slice(last, start), MASK.repeat(end - start));
    last = end;
  }
  pieces.push(text.slice(last));
  return pieces.join("");
}

/** No letter, no space, no operator of a shell: object replacement character. */
const MASK = "\ufffc";
