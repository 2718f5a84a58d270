/** One thing that was looked at. */
export interface Finding {
  /** `skipped`: it could not be looked at, and `fix` says what that would take. */
  readonly state: "works" | "missing" | "skipped";
  /** What was looked at, and what was found. */
  readonly what: string;
  /** What to do; several lines where there is something to copy. */
  readonly fix?: string;
}

/** Findings about one part of an installation. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Something to copy. */
  readonly text?: string;
}

/** A finding that all is well. */
export const works = (what: string): Finding => ({ state: "works", what });

/** A finding that something is wrong, and how to put it right. */
export const missing = (what: string, fix: string): Finding => ({ state: "missing", what, fix });

/** A finding that there was nothing to be found out. */
export const skipped = (what: string, fix: string): Finding => ({ state: "skipped", what, fix });
