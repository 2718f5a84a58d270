import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolveConfig } from "vite";
import { afterEach, expect, test, vi } from "vitest";
import { leftOutFunctions } from "./left-out-functions.ts";
import { LEFT_OUT_OF_REACT } from "./left-out-of-react.ts";

afterEach(() => vi.unstubAllEnvs());

const id = createRequire(import.meta.url)
  .resolve("react-dom/client")
  .replace("client.js", LEFT_OUT_OF_REACT.modules[0]);

/** What the plugin does with React's renderer. */
function built(row: typeof LEFT_OUT_OF_REACT): () => unknown {
  const { transform } = leftOutFunctions(row);
  if (typeof transform !== "function") throw new Error("The plugin transforms nothing.");
  return () => Reflect.apply(transform, undefined, [readFileSync(id, "utf8"), id]);
}

test("a build fails once React has another version than the one that was read", () => {
  expect(built({ ...LEFT_OUT_OF_REACT, version: "19.0.0" })).toThrow("Look who calls what is left out");
  expect(built(LEFT_OUT_OF_REACT)).not.toThrow();
});

test("a build fails where a function has gone", () => {
  const features = [{ what: "nothing", exports: [], functions: ["isGone"] }];
  expect(built({ ...LEFT_OUT_OF_REACT, features })).toThrow("has no function isGone");
});

test("a build is for production, whatever the shell says", async () => {
  vi.stubEnv("NODE_ENV", "development");
  const { isProduction } = await resolveConfig({ configFile: false, plugins: [leftOutFunctions()] }, "build");
  expect(isProduction).toBe(true);
});
