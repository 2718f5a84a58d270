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
  "//evil.example/d-74D35AS7C",
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
])("leaves %s to the files", (path) => {
  expect(isAppRoute(path)).toBe(false);
});
