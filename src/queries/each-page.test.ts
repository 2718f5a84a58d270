import { expect, test } from "vitest";
import { eachPage } from "./each-page.ts";

/** A list of so many pages, which notes the tokens that it is asked with. */
function list(length: number) {
  const asked: (string | undefined)[] = [];
  const read = (token: string | undefined) => {
    asked.push(token);
    const place = Number(token ?? 0);
    return Promise.resolve({ place, nextToken: place + 1 < length ? String(place + 1) : undefined });
  };
  return { asked, read };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("each page is asked for with the token of the one before", async () => {
  const { asked, read } = list(3);
  expect((await all(eachPage(read, 10))).map(({ place }) => place)).toEqual([0, 1, 2]);
  expect(asked).toEqual([undefined, "1", "2"]);
});

test("a list may be begun in the middle, and ends after so many pages", async () => {
  const { asked, read } = list(Number.POSITIVE_INFINITY);
  expect((await all(eachPage(read, 2, "7"))).map(({ place }) => place)).toEqual([7, 8]);
  expect(asked).toEqual(["7", "8"]);
});

test("no page is asked for that nobody wants", async () => {
  const { asked, read } = list(3);
  for await (const { place } of eachPage(read, 10)) if (place === 1) break;
  expect(asked).toHaveLength(2);
});

test("what a page throws comes after the pages before it", async () => {
  const seen: number[] = [];
  const { read } = list(3);
  const failing = eachPage(
    (token) => (token === "1" ? Promise.reject(new Error("no answer")) : read(token)),
    10,
  );
  await expect(
    (async () => {
      for await (const { place } of failing) seen.push(place);
    })(),
  ).rejects.toThrow("no answer");
  expect(seen).toEqual([0]);
});
