import { expect, test } from "vitest";
import type { Address } from "../src/app/address.ts";
import { formatAddress } from "../src/app/pages.ts";
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

const view = { timeZone: "local" } as const;
const A = { region: "us-east-1", deploymentId: "d-A" };
const B = { region: "eu-west-1", deploymentId: "d-B" };

/** One of each page that hosts answer with the app. */
const EXAMPLES: Readonly<Record<Exclude<Address["page"], "unknown">, Address>> = {
  home: { page: "home", view },
  deployment: { page: "deployment", ...A, view },
  wall: { page: "wall", tiles: [A, B], view },
  compare: { page: "compare", region: "us-east-1", deploymentIds: ["d-A", "d-B"], view },
  application: { page: "application", region: "us-east-1", applicationName: "shop.v1+beta,a=b@c-d_e", view },
  group: {
    page: "group",
    region: "us-east-1",
    applicationName: "shop.v1+beta,a=b@c-d_e",
    deploymentGroupName: "..",
    view,
  },
  "signed-in": { page: "signed-in", view },
  snapshot: { page: "snapshot", view },
};

test.each(Object.entries(EXAMPLES))(
  "a host answers the address of the page %s with the app",
  (_, address) => {
    expect(isAppRoute(new URL(formatAddress(address, "/"), "https://deploys.example.com").pathname)).toBe(
      true,
    );
  },
);
