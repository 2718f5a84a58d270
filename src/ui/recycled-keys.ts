/**
 * Makes React keys for the drawn part of a long list: an item keeps its key as long as it is drawn, and an item that
 * comes into sight takes the key of one that has left. React then changes that row's texts instead of making a new
 * one, which is most of the work of scrolling.
 *
 * @returns a function that takes the drawn items, each once, and gives the key of each; asked again with the same
 *   items it gives the same keys
 */
export function recycledKeys(): (items: readonly string[]) => ReadonlyMap<string, number> {
  let last: ReadonlyMap<string, number> = new Map();
  return (items) => {
    const kept = new Map(items.flatMap((item) => entryOf(last, item)));
    const taken = new Set(kept.values());
    let free = 0;
    const keyFor = (item: string) => {
      const known = kept.get(item);
      if (known !== undefined) return known;
      while (taken.has(free)) free += 1;
      taken.add(free);
      return free;
    };
    last = new Map(items.map((item) => [item, keyFor(item)]));
    return last;
  };
}

function entryOf(keys: ReadonlyMap<string, number>, item: string): [string, number][] {
  const key = keys.get(item);
  return key === undefined ? [] : [[item, key]];
}
