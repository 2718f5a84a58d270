import fc from "fast-check";
import type { Json } from "../../src/codedeploy/deployment/deployment.ts";

/** A value as AWS could write it in JSON. */
export type Value = fc.Arbitrary<Json>;

/** One value for each member of `T`: a member that joins the API is a compile error. */
export type Members<T> = Readonly<Record<keyof T, Value>>;

/** What only a program's mistake writes. No made-up text holds it, so that a page that does is at fault. */
const PROGRAM_WORDS = ["undefined", "NaN", "Invalid Date", "[object"];

/** The first of them that a text holds. A regular expression took ten times as long for a page. */
export const programWordIn = (shown: string) => PROGRAM_WORDS.find((word) => shown.includes(word));

const HOSTILE: readonly string[] = [
  "",
  " ",
  "\n",
  "0",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "SomethingOfTomorrow",
  "<img src=x onerror=alert(1)>",
  '"><script>alert(1)</script>',
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example/x",
  "../../..",
  "{{7*7}} ${7*7} %s %n",
  "\u202Egnp.exe\u202C \u2066isolated\u2069",
  "zero\u200Bwidth\uFEFF null\u0000 bell\u0007 \u001B[31mred\u001B[0m",
  "lone \uD800 surrogate",
  "e\u0301\u0301\u0301\u0301 العربية 中文 👩‍👩‍👧‍👦",
  "arn:aws:iam::123456789012:role/x",
  "arn:::::",
];
const HUGE = "huge".repeat(25_600);

const hostile = fc
  .oneof(
    { weight: 20, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 10, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    { weight: 1, arbitrary: fc.constant(HUGE) },
  )
  .filter((made) => programWordIn(made) === undefined);

/** Text: mostly one of these examples, at times an attack, nonsense, nothing, or 100 kB. */
export function text(...examples: readonly [string, ...string[]]): Value {
  return orNull(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: hostile }),
  );
}

/** A member of an enum, at times one that nobody has seen yet. */
export function choice(values: Readonly<Record<string, string>>): Value {
  return orNull(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...Object.values(values)) },
      { weight: 1, arbitrary: hostile },
    ),
  );
}

/** A number where a small count is expected. */
export const count: Value = orNull(
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(20) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0, -0, -1, 0.1, 1.5, 99.999, 100, 1e9, 1e15, -1e15, 1e21, 1e308),
    },
  ),
);

/** Epoch seconds: moments of one day in any order, and what no clock shows. */
export const time: Value = orNull(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 86_400_000 }).map((ms) => 1_790_000_000 + ms / 1000) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0, -1, 0.001, -62_135_596_800, 253_402_300_799, 8.64e12, 1e15, -1e15, 1e300),
    },
  ),
);

export const flag: Value = orNull(fc.boolean());

/** A few of them, at times `null` in place of one. */
export function listOf(item: Value): Value {
  return orNull(fc.array(orNull(item), { maxLength: 3 }));
}

/** An object in which any member may be left out, or `null` in its place. */
export function members(values: Readonly<Record<string, Value>>): Value {
  return orNull(record(values));
}

/** An object that is there, and in which any member may be left out. */
export function record(values: Readonly<Record<string, Value>>): Value {
  const requiredKeys: string[] = [];
  return fc.record(values, { requiredKeys });
}

/** AWS writes `null` where its model promises a value. */
function orNull<T extends Json>(value: fc.Arbitrary<T>): Value {
  return fc.oneof({ weight: 19, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
}
