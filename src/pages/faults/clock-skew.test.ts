import { describe, expect, test } from "vitest";
import { clockSkewMs } from "./clock-skew.ts";

const BEHIND =
  "Signature expired: 20261122T140210Z is now earlier than 20261122T141010Z (20261122T141510Z - 5 min.)";
const AHEAD =
  "Signature not yet current: 20261122T151510Z is still later than 20261122T142010Z (20261122T141510Z + 5 min.)";

describe("how wrong this device's clock is", () => {
  test.each([
    [BEHIND, -13 * 60_000],
    [AHEAD, 60 * 60_000],
  ])("is read from AWS's refusal: %s", (detail, skewMs) => {
    expect(clockSkewMs(detail)).toBe(skewMs);
  });

  test.each([
    undefined,
    "",
    "The security token included in the request is expired",
    "Signature expired: 20269922T140210Z is now earlier than 20261122T141010Z (20261122T141510Z - 5 min.)",
  ])("is not guessed from %j", (detail) => {
    expect(clockSkewMs(detail)).toBeUndefined();
  });
});
