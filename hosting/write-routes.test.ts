import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nginxWithRoutes, routesJson } from "./write-routes.ts";

// `npm run template` writes the files anew.
test("what hosts know of the app's pages is what the table of pages says", async () => {
  await expect(routesJson()).toMatchFileSnapshot("./app-routes.json");
});

test.each([
  ["nginx.conf", "/"],
  ["nginx-sub-path.conf", "/deploywatch/"],
])("%s serves the app for its own pages", async (file, base) => {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  await expect(nginxWithRoutes(text, base)).toMatchFileSnapshot(`./${file}`);
});
