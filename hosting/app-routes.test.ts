import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Address } from "../src/app/address.ts";
import { formatAddress } from "../src/app/pages.ts";
import { EXAMPLE_ADDRESSES } from "../testing/example-addresses.ts";
import { isAppRoute } from "./app-routes.ts";

const README = readFileSync("README.md", "utf8");

test.each([
  "/",
  "/index.html",
  "/signed-in",
  "/signed-in/",
  "/us-east-1/d-74D35AS7C",
  "/us-east-1/d-74D35AS7C/",
  "/us-east-1/d-A,d-B",
  "/us-east-1/d.with.dots",
  "/us-east-1/..%2f..%2fetc",
  "//us-east-1/d-74D35AS7C",
  "/us-gov-west-1/d-74D35AS7C",
  "/eusc-de-east-1/d-74D35AS7C",
  "/ap-southeast-12/d-74D35AS7C",
  // Nobody can tell it from a deployment's id; no build has files there.
  "/us-east-1/gone.js",
])("serves the app for %s", (path) => {
  expect(isAppRoute(path)).toBe(true);
});

test.each([
  "/assets/index-abc.js",
  "/assets/gone.js",
  "/config.json",
  "/favicon-ok.svg",
  "/licenses.md",
  "/deployments",
  "/us-east-1/d-1/x",
  "/signed-in/x/y",
  "/foo/gone.js",
  "/static/js/gone.js",
  "/us-east-1",
  "/US-EAST-1/d-1",
  "/us-east/d-1",
  "/assets-eu-1/gone.js",
  "//evil.example/d-74D35AS7C",
  "/.well-known/security.txt",
  "/__proto__/constructor",
])("leaves %s to the files", (path) => {
  expect(isAppRoute(path)).toBe(false);
});

const pathOf = (address: Address) =>
  new URL(formatAddress(address, "/"), "https://deploys.example.com").pathname;

test.each(Object.entries(EXAMPLE_ADDRESSES))(
  "a host answers the address of the page %s with the app",
  (_, address) => {
    expect(isAppRoute(pathOf(address))).toBe(true);
  },
);

test("the README names the form of each address that a host must answer", () => {
  const [, hosting = ""] = /^### Hosting\n\n([^]*?) must answer `index\.html`/m.exec(README) ?? [];
  const forms = Array.from(
    hosting.matchAll(/`(\/[^`]*)`/g),
    ([, form = ""]) => new RegExp(`^${form.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
  );
  const missing = Object.values(EXAMPLE_ADDRESSES)
    .map(pathOf)
    .filter((path) => !forms.some((form) => form.test(path)));
  expect(missing).toEqual([]);
});
