/** One fact of two versions of the same thing. */
export interface FactChange {
  /** For example `app: image`. */
  name: string;
  /** `undefined` where that version has none. */
  before: string | undefined;
  now: string | undefined;
}

/** A thing's facts by name, in the order in which a person reads them. */
export type NamedFacts = readonly (readonly [name: string, value: string | undefined])[];

/** The facts that differ, in the order of the newer ones. */
export function factChanges(before: NamedFacts, now: NamedFacts): FactChange[] {
  const old = new Map(before);
  const names = new Set([...now, ...before].map(([name]) => name));
  const fresh = new Map(now);
  return [...names].flatMap((name) => {
    const change = { name, before: old.get(name), now: fresh.get(name) };
    return change.before === change.now ? [] : [change];
  });
}
