import { parseAnsi } from "./ansi.ts";

/** Terminal output without its escapes. */
export function plainOutput(output: string): string {
  return parseAnsi(output)
    .map(({ text }) => text)
    .join("");
}
