import type { Plain } from "../codedeploy/deployment/deployment.ts";

/** SDK output as plain data: each `Date` becomes epoch milliseconds, and members that are absent stay absent. */
export function toPlain<T>(value: T): Plain<T>;
export function toPlain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map((item) => toPlain(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .map(([name, member]) => [name, toPlain(member)]),
  );
}
