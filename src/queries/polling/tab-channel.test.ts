import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { startClock, stopDates } from "../../../testing/stopped-clock.ts";
import type { TabMessage } from "./tab-channel.ts";
import { createTabChannel, messageFrom } from "./tab-channel.ts";

const NOW_MS = 1_000_000;
const MESSAGE: TabMessage = {
  topic: "deployment",
  askedAtMs: 1,
  atMs: 2,
  nextInMs: 5_000,
  body: undefined,
  failure: undefined,
};

test("a message of this version is heard as it was sent", () => {
  expect(messageFrom({ version: 3, ...MESSAGE }, NOW_MS)).toEqual(MESSAGE);
});

test.each([
  ["another version", { version: 1, ...MESSAGE }],
  ["no version", MESSAGE],
  ["a time that is none", { version: 3, ...MESSAGE, atMs: Number.NaN }],
  ["a time in words", { version: 3, ...MESSAGE, askedAtMs: "1" }],
  ["a time that is to come", { version: 3, ...MESSAGE, askedAtMs: NOW_MS + 60_000 }],
  ["an announcement for tomorrow", { version: 3, ...MESSAGE, nextInMs: 86_400_000 }],
  ["no topic", { version: 3, ...MESSAGE, topic: undefined }],
  ["a failure that nobody knows", { version: 3, ...MESSAGE, failure: "constructor" }],
  ["a failure that is the other tab's own", { version: 3, ...MESSAGE, failure: "signed-out" }],
])("a message with %s is not", (_, data) => {
  expect(messageFrom(data, NOW_MS)).toBeUndefined();
});

test("a failure that may pass is told by its kind", () => {
  expect(messageFrom({ version: 3, ...MESSAGE, failure: "throttled" }, NOW_MS)?.failure).toBe("throttled");
});

afterEach(startClock);

/** Two tabs of one browser whose clock says `nowMs`, and what the second has heard. */
function twoTabs(nowMs: number) {
  vi.stubGlobal("document", {});
  stopDates(nowMs);
  const name = `test ${crypto.randomUUID()}`;
  const heard: unknown[] = [];
  const [one, other] = [createTabChannel(name, "key"), createTabChannel(name, "key")];
  other.onBody("deployment", async ({ body }) => {
    if (body === "nonsense") return false;
    heard.push(body);
    return true;
  });
  const tell = async (askedAtMs: number, body: string) => {
    one.post({ ...MESSAGE, askedAtMs, atMs: askedAtMs, body });
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { name, other, heard, tell };
}

test("an answer that was asked for earlier than a known one is not heard, and outdated", async () => {
  const { other, heard, tell } = twoTabs(NOW_MS);
  other.post({ ...MESSAGE, askedAtMs: NOW_MS - 100, body: "own" });
  await tell(NOW_MS - 200, "older");
  await tell(NOW_MS, "newer");
  expect(heard).toEqual(["newer"]);
  expect(other.isOutdated("deployment", NOW_MS - 50)).toBe(true);
  expect(other.isOutdated("deployment", NOW_MS + 1)).toBe(false);
  expect(other.isOutdated("targets", 1)).toBe(false);
});

test("when the clock is set back, what was known before orders nothing any more", async () => {
  const { other, heard, tell } = twoTabs(NOW_MS);
  await tell(NOW_MS, "before");
  vi.setSystemTime(NOW_MS - 600_000);
  expect(other.isOutdated("deployment", NOW_MS - 600_000)).toBe(false);
  await tell(NOW_MS - 600_000, "after");
  expect(heard).toEqual(["before", "after"]);
});

test("what cannot be taken counts as if it had not been sent: it keeps no answer away, and shows no tab alive", async () => {
  const { other, heard, tell } = twoTabs(NOW_MS);
  await tell(NOW_MS, "nonsense");
  expect(other.heard("deployment")).toBeUndefined();
  expect(other.isOutdated("deployment", NOW_MS - 1)).toBe(false);
  await tell(NOW_MS - 100, "older, and true");
  expect(heard).toEqual(["older, and true"]);
});

test("a tab that does not have the key of this browser is not heard, and hears nothing", async () => {
  const { name, other, heard } = twoTabs(NOW_MS);
  const stranger = createTabChannel(name, "another key");
  stranger.onBody("deployment", async ({ body }) => {
    heard.push(body);
    return true;
  });
  stranger.post({ ...MESSAGE, body: "forged" });
  other.post({ ...MESSAGE, body: "own" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([]);
});

test("a time that another clock has ahead is no later than now", () => {
  const ahead = { version: 3, ...MESSAGE, askedAtMs: NOW_MS + 4_000, atMs: NOW_MS + 4_000 };
  expect(messageFrom(ahead, NOW_MS)).toMatchObject({ askedAtMs: NOW_MS, atMs: NOW_MS });
});

test("anything else that comes over the line is refused without a throw", () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(messageFrom(data, NOW_MS)).toBeUndefined();
    }),
  );
});
