/** Facts with the earliest first, as causes come before what follows from them; those of which no time is known last, in their order. */
export function inOrderOfTime<Fact extends { atMs: number | undefined }>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((one, other) =>
    one.atMs === other.atMs ? 0 : (one.atMs ?? Infinity) - (other.atMs ?? Infinity),
  );
}
