import { lookUp } from "../../values/look-up.ts";

/** A value of AWS's in a person's words. */
export interface Explained {
  /** A few words, to be read at a glance. */
  word: string;
  /** One sentence: what it does. Missing for a value that we do not know. */
  meaning?: string;
}

/**
 * What `table` says of a value that AWS sent. A value that the table does not know is shown as AWS wrote it;
 * one that is absent or empty gives `undefined`.
 */
export function explain<Value extends string>(
  table: Readonly<Record<Value, Explained>>,
  value: string | undefined,
): Explained | undefined {
  if (!value) return undefined;
  return lookUp(table, value) ?? { word: value };
}
