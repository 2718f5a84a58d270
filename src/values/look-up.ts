/**
 * The entry of `table` for a value that AWS sent, or `undefined` for a value that the table does not know.
 * Own keys only: a value such as `constructor` or `__proto__` finds nothing.
 */
export function lookUp<Value extends string, Entry>(
  table: Readonly<Record<Value, Entry>>,
  value: string | undefined,
): Entry | undefined {
  return value !== undefined && isKey(table, value) ? table[value] : undefined;
}

function isKey<Key extends string>(table: Readonly<Record<Key, unknown>>, value: string): value is Key {
  return Object.hasOwn(table, value);
}

/** The keys of a table that is written out as a literal, in the order in which it is written. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key) => isKey(table, key));
}
