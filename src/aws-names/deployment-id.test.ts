import { describe, expect, test } from "vitest";
import { isDeploymentId } from "./deployment-id.ts";

describe("a deployment id", () => {
  test.each(["d-74D35AS7C", "d-1", "D_2", "x".repeat(100)])("%j may be asked for", (text) => {
    expect(isDeploymentId(text)).toBe(true);
  });

  test.each(["", "-d", "d 1", "d-1\n", "d/1", "..", "d-1?x", "\u202ed-1", "x".repeat(101)])(
    "%j is refused before AWS is asked",
    (text) => {
      expect(isDeploymentId(text)).toBe(false);
    },
  );
});
