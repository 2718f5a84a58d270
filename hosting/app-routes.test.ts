import { expect, test } from "vitest";
import { isAppRoute } from "./app-routes.ts";

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
