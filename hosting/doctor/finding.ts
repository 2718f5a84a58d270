import { visibleText } from "../../src/format/text.ts";

/** One thing that was looked at. Its texts may hold what came from the network: {@link report} makes them visible. */
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

/** A finding that something could not be checked, and what it takes to check it. */
export const skipped = (what: string, fix: string): Finding => ({ state: "skipped", what, fix });

const SIGNS: Readonly<Record<Finding["state"], string>> = { works: "✓", missing: "✗", skipped: "–" };

/**
 * The sections as text for a terminal, with a last line that sums them up. What a terminal would obey is written out, so that
 * nobody's answer clears the screen, sets a link or adds a finding of its own.
 */
export function report(sections: readonly Section[]): string {
  const all = sections.flatMap(({ findings }) => findings);
  const count = (state: Finding["state"]) => all.filter((finding) => finding.state === state).length;
  return [
    ...sections.flatMap(({ title, findings, text }) => [
      line(title),
      ...findings.flatMap(linesOf),
      ...(text === undefined ? [] : [`  ${line(text)}`]),
      "",
    ]),
    `${count("works")} work, ${count("missing")} missing, ${count("skipped")} not looked at`,
  ].join("\n");
}

function linesOf({ state, what, fix }: Finding): string[] {
  const [first, ...rest] = fix?.split("\n") ?? [];
  return [
    `  ${SIGNS[state]} ${line(what)}`,
    ...(first === undefined
      ? []
      : [`      → ${line(first)}`, ...rest.map((each) => `        ${line(each)}`)]),
  ];
}

/** Foreign text on one line, with nothing in it that a terminal obeys. */
function line(text: string): string {
  return visibleText(text)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\t", String.raw`\t`);
}
