import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConfig } from "../src/config/parse-config.ts";
import { nginxWithHeaders, nginxWithRoutes, routesJson } from "./write-routes.ts";

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

test("nginx's headers are those that the browser tests run under, for the README's config.json", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const result = parseConfig(/```json\n(\{\n {2}"\$schema".*?)```/s.exec(readme)?.[1] ?? "");
  if (!("config" in result)) throw new Error(JSON.stringify(result.fault));
  const text = readFileSync(new URL("nginx-headers.conf", import.meta.url), "utf8");
  const written = nginxWithHeaders(text, result.config);
  await expect(written).toMatchFileSnapshot("./nginx-headers.conf");
  expect(written).toContain("trusted-types 'none'$deploywatch_upgrade\" always;");
  expect(written).not.toContain("none'; upgrade-insecure-requests");
});
