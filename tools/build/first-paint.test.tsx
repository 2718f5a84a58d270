// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { assert, constantFrom, oneof, property, string } from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeAll, expect, test } from "vitest";
import { FirstPaint, firstPageOf } from "../../src/app/FirstPaint.tsx";
import { formatAddress, parseAddress } from "../../src/app/pages.ts";
import { EXAMPLE_ADDRESSES } from "../../testing/example-addresses.ts";
import { runFirstScript } from "../../testing/run-first-script.ts";
import { firstPaintTemplates } from "./first-paint-templates.tsx";

const INDEX = readFileSync("index.html", "utf8");
const [, BODY = ""] = /<body>(.*)<\/body>/s.exec(INDEX) ?? [];

beforeAll(runFirstScript);
afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

/**
 * index.html at an address, after its script has run.
 * @param base where the app lies on its host
 * @param before what happens before the body is read
 */
function opened(address: string, base = "/", before = () => {}): HTMLElement {
  delete document.documentElement.dataset["fault"];
  history.replaceState(null, "", location.origin + address);
  document.head.innerHTML = `<link rel="preload" href="${base}config.json" /><script async src="data:,"></script>`;
  before();
  document.body.innerHTML = BODY.replace("<!-- first paint:", () => `${firstPaintTemplates()}<!--`);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root.");
  return root;
}

/** What React renders first at an address. */
function rendered(address: string, base = "/"): string {
  const parsed = parseAddress(new URL(location.origin + address), base);
  return renderToStaticMarkup(<FirstPaint first={firstPageOf(parsed)} view={{ timeZone: "local" }} />);
}

const DEPLOYMENT = "/us-east-1/d-74D35AS7C";

test.each([
  DEPLOYMENT,
  `${DEPLOYMENT}/`,
  `${DEPLOYMENT}?target=i-1&event=Install#targets`,
  "//eu-west-1/d-1",
  "/us-gov-west-1/%20d-A%20",
  "/us-east-1/d-A,d-B",
  "/us-east-1/d-A?view=wall",
  "/us-east-1/d-A%2Cd-B",
  "/us-east-1/,%20?view=wall",
  "/%20/d-A,d-B",
  "/us-east-1/applications/%20/prod?view=wall",
  "/us-east-1/applications/a,b/c",
  "/us-east-1/applications/a,b",
  "/us-east-1/applications/web/prod?view=wall",
  "/us-east-1/applications/web?view=wall",
  "/us-east-1/systems/web/prod?view=wall",
  "/us-east-1/not%20an%20id",
  "/us-east-1/%E0%A4%A",
  "/virginia/d-A",
  "/",
  "/?tz=utc",
  "/index.html",
  "/signed-in?code=1&state=2",
  "/us-east-1/d-A/x",
  ...Object.values(EXAMPLE_ADDRESSES).map((address) => formatAddress(address, "/")),
])("%s shows, before any script of the app is there, what React shows first", (address) => {
  expect(opened(address).innerHTML).toBe(rendered(address));
});

test("a deployment's page has the id and the Region of the address", () => {
  expect(opened(DEPLOYMENT).textContent).toMatch(/d-74D35AS7C.*us-east-1/);
});

test.each(["/", "/us-east-1/d-A,d-B", "/us-east-1/no id", "/signed-in"])(
  "%s shows nothing of a deployment before it is known what comes",
  (address) => {
    expect(opened(address).textContent).not.toMatch(/deployment…|\{/);
  },
);

test("whatever the address, both agree", () => {
  const part = oneof(
    string(),
    constantFrom("us-east-1", "d-A", "d-A,d-B", "<b>", "signed-in", "eu-west-9", "a".repeat(101)),
  );
  assert(
    property(part, part, constantFrom("", "?view=wall", "?view=x"), (one, two, query) => {
      const address = `/${encodeURIComponent(one)}/${encodeURIComponent(two).replaceAll("%2C", ",")}${query}`;
      expect(opened(address).innerHTML).toBe(rendered(address));
    }),
    { numRuns: 60 },
  );
});

test("under a sub-path, the address begins behind it", () => {
  const base = "/tools/deploys/";
  expect(opened("/tools/deploys/us-east-1/d-A", base).textContent).toContain("d-A");
  expect(opened("/tools/deploys/", base).textContent).not.toContain("deployment…");
});

test("where a script of the app fails before the app is there, nothing pretends to be on its way", () => {
  const failures = [
    () => document.head.querySelector("script")?.dispatchEvent(new Event("error")),
    () => window.dispatchEvent(new ErrorEvent("error")),
  ];
  for (const fail of failures) {
    const root = opened(DEPLOYMENT);
    document.body.append(document.createElement("img"));
    document.body.querySelector("img")?.dispatchEvent(new Event("error"));
    expect(root.children.length).toBeGreaterThan(0);
    fail();
    expect(root.children).toHaveLength(0);
    expect(document.getElementById("not-started")?.textContent).toContain("could not be started");
  }
});

test("where a script of the app has failed before anything is painted, nothing is", () => {
  const root = opened(DEPLOYMENT, "/", () => void window.dispatchEvent(new ErrorEvent("error")));
  expect(root.children).toHaveLength(0);
});

test("what fails later leaves the app alone", () => {
  const root = opened(DEPLOYMENT);
  document.getElementById("not-started")?.remove();
  window.dispatchEvent(new ErrorEvent("error"));
  expect(root.children.length).toBeGreaterThan(0);
});
