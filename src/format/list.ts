const FORMATTERS = {
  and: new Intl.ListFormat("en", { type: "conjunction" }),
  or: new Intl.ListFormat("en", { type: "disjunction" }),
};

/** Words in a sentence: `a`, `a and b`, `a, b, or c`. */
export function formatList(items: readonly string[], joint: "and" | "or"): string {
  return FORMATTERS[joint].format(items);
}
