/** Stricter, because `my-app-1` stands in texts too: the last word of every Region's name is a direction. */
const REGIONS_IN_TEXT =
  /(?<![\w-])[a-z]{2,4}(?:-[a-z]+)?-(?:central|(?:north|south)(?:east|west)?|east|west)-\d{1,2}(?![\w-])/g;

/** The Region that `text` names, wherever in it; `undefined` when it names none, or more than one. */
export function soleRegionIn(text: string): string | undefined {
  const regions = new Set(text.match(REGIONS_IN_TEXT));
  const [region] = regions;
  return regions.size === 1 ? region : undefined;
}
