/** The items that are really there: AWS may send a list as `null`, or with `null` in it. */
export function present<Item>(items: readonly (Item | null | undefined)[] | null | undefined): Item[] {
  return (items ?? []).filter((item): item is Item => item !== null && item !== undefined);
}

/** The items, each once, in their order; two are the same when they have the same JSON. */
export function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
