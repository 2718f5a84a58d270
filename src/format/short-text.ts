import { visibleText } from "./visible-text.ts";

/** Foreign text for a label or a narrow cell: hidden characters written out, and cut where it is no name any more. */
export function shortText(text: string, length = 80): string {
  return text.length > length ? `${visibleText(text.slice(0, length))}…` : visibleText(text);
}
