import { expect, test } from "vitest";
import { returnAddress } from "./enter.ts";

const ORIGIN = "https://deploys.example.com";

test.each([
  "/",
  "/?tz=utc",
  "/us-east-1/d-74D35AS7C",
  "/us-east-1/d-74D35AS7C?tz=utc&target=i-1&event=Install#targets",
  "/us-east-1/d-A,d-B?also=eu-west-1%2Fd-C&view=wall",
])("%s is gone back to exactly", (address) => {
  expect(returnAddress(address, ORIGIN)).toBe(address);
});

test.each([
  "//evil.example/us-east-1/d-A",
  "/\\evil.example",
  "\\\\evil.example",
  "/.//evil.example/us-east-1/d-A",
  "/us-east-1/..//evil.example",
  "https://evil.example/us-east-1/d-A",
  "javascript:alert(1)",
  "data:text/html,x",
  "us-east-1/d-A",
  "/signed-in?code=1&state=2",
  "/a/b/c",
  "",
  undefined,
  null,
  7,
  { returnTo: "/" },
])("%j is not", (address) => {
  expect(returnAddress(address, ORIGIN)).toBeUndefined();
});

test("under a sub-path, the rest of the host is somewhere else", () => {
  expect(backUnderSubPath("/tools/deploys/us-east-1/d-A")).toBe("/tools/deploys/us-east-1/d-A");
  expect(backUnderSubPath("/tools/deploys")).toBe("/tools/deploys");
  expect(backUnderSubPath("/us-east-1/d-A")).toBeUndefined();
  expect(backUnderSubPath("/tools/deploys/../wiki/d-A")).toBeUndefined();
  expect(backUnderSubPath("/tools/deploys-of-others/d-A")).toBeUndefined();
});

function backUnderSubPath(address: string): string | undefined {
  return returnAddress(address, ORIGIN, "/tools/deploys/");
}
