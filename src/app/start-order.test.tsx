// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { parseAddress } from "./pages.ts";
import { startOrder } from "./start-order.ts";

const LATER = ["react", "page"];

/** What a build writes into index.html. */
beforeEach(() => {
  document.head.innerHTML = LATER.map((name) => `<link rel="later" href="/assets/${name}-12345678.js">`).join(
    "",
  );
});

const here = () => parseAddress({ pathname: "/us-east-1/d-74D35AS7C", search: "" });

/** The chunks that the browser has been told to load. */
const loading = () =>
  Array.from(
    document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]'),
    ({ href }) => /assets\/(\w+)-/.exec(href)?.[1],
  );

test("each request for credentials brings a file", () => {
  const { loadNext } = startOrder(here());
  expect(loading()).toEqual([]);
  loadNext();
  expect(loading()).toEqual(["react"]);
  loadNext();
  expect(loading()).toEqual(LATER);
  loadNext();
  expect(loading()).toEqual(LATER);
});

test("where nothing is to be waited for, all files come at once", () => {
  startOrder(here()).loadAll();
  expect(loading()).toEqual(LATER);
});
