import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { connectSources } from "../src/config/connect-sources.ts";
import { parseConfig } from "../src/config/parse-config.ts";
import { securityHeaders } from "./security-headers.ts";

test("nginx's headers are those that the browser tests run under, for the README's config.json", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const result = parseConfig(/```json\n(\{\n {2}"\$schema".*?)```/s.exec(readme)?.[1] ?? "");
  if (!("config" in result)) throw new Error(JSON.stringify(result.fault));
  const text = readFileSync(new URL("nginx-headers.conf", import.meta.url), "utf8");
  const headers = [...text.matchAll(/^add_header ([\w-]+) "(.+)" always;$/gm)];
  expect(Object.fromEntries(headers.map(([, name, value]) => [name, value]))).toEqual(
    securityHeaders(connectSources(result.config)),
  );
});
