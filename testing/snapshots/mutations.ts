import fc from "fast-check";
import { KEPT_PAGES } from "./kept-pages.ts";

const VALUES = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    -1e300,
    0.5,
    1_795_701_730,
    "",
    "__proto__",
    "constructor",
    "Failed",
    "i-1",
    "\u202e\ud800",
    "x".repeat(3_000),
    [],
    {},
    [[]],
    { length: 3 },
    { toString: 1 },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const members = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...members.flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

const PATHS = KEPT_PAGES.map((page) => pathsOf(page).slice(1));

/** The file with one part of it replaced, taken away, or there twice. */
function changed(page: unknown, path: Path, change: Change): unknown {
  const copy: unknown = structuredClone(page);
  let parent: unknown = copy;
  for (const step of path.slice(0, -1)) parent = Object(parent)[step];
  const key = path.at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) return copy;
  if (change.kind === "replace") Object.assign(parent, { [key]: change.value });
  else if (change.kind === "remove") Reflect.deleteProperty(parent, key);
  else if (Array.isArray(parent) && typeof key === "number") parent.push(structuredClone(parent[key]));
  else Object.assign(parent, { [`${key}2`]: Object(parent)[key] });
  return copy;
}

type Change = { kind: "replace"; value: unknown } | { kind: "remove" } | { kind: "repeat" };

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: VALUES.map((value) => ({ kind: "replace" as const, value })) },
  { weight: 2, arbitrary: fc.constant({ kind: "remove" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "repeat" as const }) },
);

const ofStructure = fc
  .nat({ max: KEPT_PAGES.length - 1 })
  .chain((at) =>
    fc
      .array(fc.tuple(fc.constantFrom(...(PATHS[at] ?? [])), change), { minLength: 1, maxLength: 3 })
      .map((changes) =>
        JSON.stringify(
          changes.reduce<unknown>((page, [path, each]) => changed(page, path, each), KEPT_PAGES[at]),
        ),
      ),
  );

/** A file that was cut, or in which some characters are others. */
const ofText = fc
  .tuple(fc.constantFrom(...KEPT_PAGES), fc.nat(), fc.nat({ max: 20 }), fc.string({ maxLength: 4 }))
  .map(([page, from, length, text]) => {
    const whole = JSON.stringify(page);
    const at = from % whole.length;
    return whole.slice(0, at) + text + whole.slice(at + length);
  });

/** Files that were written by the page, and then changed by somebody, or by an accident. */
export const mutatedFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: ofStructure },
  { weight: 1, arbitrary: ofText },
);
