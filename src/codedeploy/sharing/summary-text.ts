import type { SummaryPart, SummaryPiece } from "./summary.ts";

/** Slack splits a longer message in two. */
const MAX_SLACK = 4_000;

/**
 * A summary in Markdown, as GitHub and most tools read it. Text of AWS's stays text: what could act there (a mention, a link, a
 * reference, markup) stands in code, where nothing does.
 *
 * @see https://github.github.com/gfm/
 */
export function markdown(parts: readonly SummaryPart[]): string {
  return parts.map(markdownPart).join("\n");
}

function markdownPart(part: SummaryPart, index: number): string {
  switch (part.kind) {
    case "line": {
      const text = part.pieces.map(markdownPiece).join(separator(part));
      // The first line is the title; the others are a list.
      return index === 0 ? `${text}\n` : `- ${part.label === undefined ? "" : `${part.label}: `}${text}`;
    }
    case "log": {
      const fence = "`".repeat(Math.max(3, longestRun(part.lines.join("\n")) + 1));
      return ["", fence, ...part.lines, fence, ""].join("\n");
    }
    case "link":
      return `- Page: <${linkOf(part.url)}>`;
  }
}

function markdownPiece({ kind, text }: SummaryPiece): string {
  if (kind === "strong") return `**${isHarmless(text) ? text : markdownCode(text)}**`;
  return kind === "words" && isHarmless(text) ? text : markdownCode(text);
}

/** Code with a fence that does not occur in it. */
function markdownCode(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${pad}${text || " "}${pad}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
}

/**
 * A summary in Slack's own markup, cut to what one message may hold.
 *
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function slackText(parts: readonly SummaryPart[]): string {
  const whole = slackOf(parts);
  if (whole.length <= MAX_SLACK) return whole;
  const short = slackOf(parts.filter(({ kind }) => kind !== "log"));
  if (short.length <= MAX_SLACK) return short;
  const first = parts.filter((part, index) => index < 2 || part.kind === "link");
  return slackOf(first);
}

function slackOf(parts: readonly SummaryPart[]): string {
  return parts.map(slackPart).join("\n");
}

function slackPart(part: SummaryPart): string {
  switch (part.kind) {
    case "line": {
      const text = part.pieces.map(slackPiece).join(separator(part));
      return part.label === undefined ? text : `${part.label}: ${text}`;
    }
    case "log":
      return `\`\`\`\n${part.lines.map(slackCodeText).join("\n")}\n\`\`\``;
    case "link":
      return slackEscaped(linkOf(part.url));
  }
}

function slackPiece({ kind, text }: SummaryPiece): string {
  if (kind === "strong") return `*${isHarmless(text) ? text : slackCode(text)}*`;
  return kind === "words" && isHarmless(text) ? text : slackCode(text);
}

function slackCode(text: string): string {
  return `\`${slackCodeText(text) || " "}\``;
}

/** Slack knows no way to write its mark of code within code. */
function slackCodeText(text: string): string {
  return slackEscaped(text).replaceAll("`", "ˋ");
}

/** The three characters that Slack's markup gives a meaning wherever they stand. */
function slackEscaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Sentences follow each other; values stand beside each other. */
function separator({ label, pieces }: Extract<SummaryPart, { kind: "line" }>): string {
  if (label === undefined) return " · ";
  return pieces.every(({ kind }) => kind === "value") ? ", " : " ";
}

/** Whether a text holds letters, digits and such punctuation only that no markup gives a meaning. */
function isHarmless(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} .,;:'’%()/-]*$/u.test(text) && !/:\/\/|\bwww\.|^\d+[.)] /i.test(text);
}

/** A path of ours holds no angle bracket; an address that does would end where it stands. */
function linkOf(url: string): string {
  return url.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(/\s/g, "%20");
}
