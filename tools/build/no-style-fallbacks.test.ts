import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { expect, test } from "vitest";
import { builtText } from "./built-text.ts";
import { noStyleFallbacks } from "./no-style-fallbacks.ts";

/** The styles of a build that uses a rotation, for which Tailwind declares properties. */
async function styles(...plugins: Plugin[]): Promise<string> {
  const text = '@import "tailwindcss" source(none); @source inline("rotate-x-1");';
  const files = await builtText("styles-of-a-test.css", text, [tailwindcss(), ...plugins]);
  return files.map((file) => (file.type === "asset" ? String(file.source) : "")).join("");
}

test("styles have no fallback for browsers that the page does not run in, and all the rest", async () => {
  const [whole, less] = [await styles(), await styles(noStyleFallbacks())];
  expect(whole).toContain("@layer properties{@supports");
  expect(less).not.toContain("@layer properties{");
  const start = whole.indexOf("@layer properties{@supports");
  expect(whole.slice(0, start) + whole.slice(whole.indexOf("}}}", start) + 3)).toBe(less);
  expect(less).toContain("@property --tw-rotate-x");
});

test("a build fails once Tailwind has another form", () => {
  const { transform } = noStyleFallbacks();
  if (typeof transform !== "function") throw new Error("The plugin transforms nothing.");
  const code =
    "@layer properties{@supports (color:red){*{--tw-x:0}}}@property --tw-x{syntax:'*';inherits:false}";
  expect(() => Reflect.apply(transform, undefined, [code, "styles.css"])).toThrow("has another form");
});
