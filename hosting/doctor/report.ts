import type { Finding, Section } from "./finding.ts";

const SIGNS: Readonly<Record<Finding["state"], string>> = { works: "✓", missing: "✗", skipped: "–" };

/** The sections as text for a terminal, with a last line that sums them up. */
export function report(sections: readonly Section[]): string {
  const all = sections.flatMap(({ findings }) => findings);
  const count = (state: Finding["state"]) => all.filter((finding) => finding.state === state).length;
  return [
    ...sections.flatMap(({ title, findings, text }) => [
      title,
      ...findings.flatMap(linesOf),
      ...(text === undefined ? [] : [`  ${text}`]),
      "",
    ]),
    `${count("works")} work, ${count("missing")} missing, ${count("skipped")} not looked at`,
  ].join("\n");
}

function linesOf({ state, what, fix }: Finding): string[] {
  const [first, ...rest] = fix?.split("\n") ?? [];
  return [
    `  ${SIGNS[state]} ${what}`,
    ...(first === undefined ? [] : [`      → ${first}`, ...rest.map((line) => `        ${line}`)]),
  ];
}
