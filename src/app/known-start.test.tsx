// @vitest-environment jsdom
import { afterEach, expect, test } from "vitest";
import { rememberDeployment } from "../pages/home/recent-deployments.ts";
import { isKnownToHaveStarted } from "./known-start.ts";
import { parseAddress } from "./pages.ts";

const REF = { region: "us-east-1", deploymentId: "d-1" };
const isKnown = (url: string) => isKnownToHaveStarted(parseAddress(new URL(url, location.origin)));

afterEach(() => localStorage.clear());

test("a deployment of which nothing is known may not have started", () => {
  expect(isKnown("/us-east-1/d-1")).toBe(false);
  expect(isKnown("/us-east-1/d-1?status=Failed")).toBe(false);
});

test("a link to a target says that it has", () => {
  expect(isKnown("/us-east-1/d-1?target=i-1")).toBe(true);
});

test.each([
  ["InProgress", true],
  ["Succeeded", true],
  ["Created", false],
  ["Queued", false],
] as const)("one that this browser saw as %s: %s", (status, isStarted) => {
  rememberDeployment(REF, { status });
  expect(isKnown("/us-east-1/d-1")).toBe(isStarted);
  expect(isKnown("/eu-west-1/d-1")).toBe(false);
  expect(isKnown("/us-east-1/d-2")).toBe(false);
});

test.each(["{", "{}", "[null, 1]", '[{"deploymentId":"d-1","region":"us-east-1","status":7}]'])(
  "what cannot be read says nothing: %s",
  (text) => {
    localStorage.setItem("deploywatch.recent", text);
    expect(isKnown("/us-east-1/d-1")).toBe(false);
  },
);
