/**
 * The entry of a table under a name that comes from outside, or undefined when the table has none.
 * Own members only: `constructor` or `__proto__` finds nothing.
 */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
