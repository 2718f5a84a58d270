import { describe, expect, test } from "vitest";
import { errorFacts, ERROR_FACTS } from "./error-code.ts";
import { keysOf } from "../../values/look-up.ts";

const CODES = keysOf(ERROR_FACTS);
const unknown = errorFacts("NOBODY_KNOWS_THIS");

describe("an error code of AWS", () => {
  test("has words of its own for each of the 34 codes of the API, and for the one that only the guide has", () => {
    expect(CODES).toHaveLength(35);
    expect(new Set(CODES.map((code) => errorFacts(code).meaning)).size).toBe(35);
    expect(new Set(CODES.map((code) => errorFacts(code).nextStep)).size).toBe(35);
  });

  test.each(CODES)("%s is explained in sentences and says what to do", (code) => {
    const { meaning, nextStep } = errorFacts(code);
    expect(meaning).toMatch(/^[A-Z].{15,120}\.$/);
    expect(nextStep).toMatch(/^[A-Z].{30,}\.$/);
    expect(meaning).not.toBe(unknown.meaning);
    expect(nextStep).not.toBe(unknown.nextStep);
  });

  test.each(["", "constructor", "__proto__", "health_constraints"])(
    "that nobody knows is said to be unknown: %j",
    (code) => {
      expect(errorFacts(code)).toEqual(unknown);
    },
  );
});
