// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { GUEST, identityMemory } from "../access/identity-memory.ts";
import { parseAddress } from "./pages.ts";
import { startOrder } from "./start-order.ts";

const LATER = ["operations", "sdk", "page"];

/** What a build writes into index.html. */
beforeEach(() => {
  localStorage.clear();
  document.head.innerHTML = LATER.map(
    (name) => `<link rel="later ${name === "page" ? "page" : "sdk"}" href="/assets/${name}-12345678.js">`,
  ).join("");
});

const here = () => parseAddress({ pathname: "/us-east-1/d-74D35AS7C", search: "" });

/** The chunks that the browser has been told to load. */
const loading = () =>
  Array.from(
    document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]'),
    ({ href }) => /assets\/(\w+)-/.exec(href)?.[1],
  );

/** What `public/head.js` does before anything else. */
function loadHead() {
  const script = document.createElement("script");
  script.textContent = readFileSync("public/head.js", "utf8");
  document.head.append(script);
}

/** Whether a promise is kept by now. */
const isKept = (promise: Promise<void>) =>
  Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);

test("each request for credentials brings a part, and with the second one the SDK may run", async () => {
  const { loadNext, sdkMayRun } = startOrder(here());
  expect(loading()).toEqual([]);
  loadNext();
  expect(loading()).toEqual(["operations", "sdk"]);
  expect(await isKept(sdkMayRun)).toBe(false);
  loadNext();
  expect(loading()).toEqual(LATER);
  expect(await isKept(sdkMayRun)).toBe(true);
  loadNext();
  expect(loading()).toEqual(LATER);
});

test("where nothing is to be waited for, all parts come at once", async () => {
  const { loadAll, sdkMayRun } = startOrder(here());
  loadAll();
  expect(loading()).toEqual(LATER);
  expect(await isKept(sdkMayRun)).toBe(true);
});

test("a browser that remembers a visitor begins with all parts before the app's script has come, a new one does not", () => {
  loadHead();
  expect(loading()).toEqual([]);
  const pool = "us-east-1:8f3cb2d0-0c2d-4f5e-9a53-6d0a8d3a1f5b";
  identityMemory({ identityPoolId: pool, guest: { roleArn: "" } }).greet(GUEST);
  loadHead();
  expect(loading()).toEqual(LATER);
});
