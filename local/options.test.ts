import { expect, test } from "vitest";
import { BLOCKED_PORTS, DEFAULT_PORT, forgottenDashes, readOptions } from "./options.ts";

test("options that npm has kept are told apart from those that it handed on", () => {
  const kept = { npm_lifecycle_event: "start", npm_config_profile: "prod", npm_config_operate: "true" };
  expect(forgottenDashes(kept)).toContain("--profile, --operate");
  expect(forgottenDashes({ npm_lifecycle_event: "start" })).toBeUndefined();
  // Of another script's environment, such as that of a test.
  expect(forgottenDashes({ ...kept, npm_lifecycle_event: "e2e" })).toBeUndefined();
});

/** Why nothing can be fetched from a port of this machine, which is all the same here unless the port is blocked. */
async function failureOf(port: number): Promise<unknown> {
  return fetch(`http://127.0.0.1:${port}`).then(
    () => undefined,
    (error: unknown) =>
      error instanceof Error && error.cause instanceof Error ? error.cause.message : error,
  );
}

test("the port is one at which browsers open pages", async () => {
  expect(await failureOf(DEFAULT_PORT)).not.toBe("bad port");
  for (const port of BLOCKED_PORTS) {
    expect(await failureOf(port)).toBe("bad port");
    expect(() => readOptions(["--local", "--port", String(port)])).toThrow("Browsers open no page");
  }
  expect(readOptions(["--local"]).port).toBe(DEFAULT_PORT);
});
