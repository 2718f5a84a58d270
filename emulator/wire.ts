/**
 * What a value of one of the SDK's types looks like on the wire: a `Date` is a number of epoch seconds, and an
 * optional member is either there or absent, never `undefined`.
 */
export type Wire<T> = T extends Date
  ? number
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Name in keyof T]: Wire<Exclude<T[Name], undefined>> }
      : T;

/** Epoch milliseconds as AWS writes them: seconds with at most three decimals. */
export function wireTime(epochMs: number): number {
  return Math.round(epochMs) / 1000;
}

/**
 * The one way to take for one of the SDK's types what the API model does not know: an enum value of tomorrow, a member without
 * documentation, a `null` where the model promises a string, arbitrary answers.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller's type is what it escapes from
export function outsideTheModel<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- unsafe is its purpose
  return value as T;
}
