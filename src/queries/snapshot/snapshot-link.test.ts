import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { KEPT_PAGES } from "../../../testing/snapshots/kept-pages.ts";
import { fromFragment, holdsSnapshot, toFragment } from "./fragment.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { MAX_LINK, snapshotLink } from "./snapshot-link.ts";
import type { Snapshot } from "./snapshot-schema.ts";

const PAGE = "https://deploys.example/snapshot";

function pageWith(change: object): Snapshot {
  const read = readSnapshot(JSON.stringify({ ...KEPT_PAGES[0], leftOut: [], ...change }));
  if ("fault" in read) throw new Error(read.fault.detail);
  return read.snapshot;
}

test("any text comes out of a fragment as it went in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 3_000 }), async (text) => {
      const hash = await toFragment(text);
      expect(holdsSnapshot(hash)).toBe(true);
      expect(hash).toMatch(/^#s=[\w-]*$/);
      expect(await fromFragment(hash)).toEqual({ text });
    }),
    { seed: 3, numRuns: 60 },
  );
});

test("no more than 2 MB is unpacked, whatever a link holds", async () => {
  const bomb = deflateRawSync(Buffer.alloc(50 * 1024 * 1024)).toString("base64url");
  expect(bomb.length).toBeLessThan(100_000);
  expect(await fromFragment(`#s=${bomb}`)).toBe("too-large");
});

test.each(["#s=", "#s=AAAA", "#s=%%%", "#s=not base64!"])("a cut link is damaged: %s", async (hash) => {
  expect(await fromFragment(hash)).toBe("damaged");
});

test("a link holds all that it has room for, and says what it leaves out", async () => {
  const found = await snapshotLink(pageWith({}), PAGE);
  expect(found?.link.length).toBeLessThanOrEqual(MAX_LINK);
  expect(found?.snapshot.leftOut).toEqual([]);
  expect(await fromFragment(new URL(found?.link ?? PAGE).hash)).toEqual({
    text: JSON.stringify(found?.snapshot),
  });
});

const random = (at: number) =>
  Math.imul(at + 1, 0x9e3779b1)
    .toString(36)
    .repeat(2);

test("of a fleet it keeps the targets that failed before the others", async () => {
  const target = (at: number, status: string) => ({
    kind: "read",
    target: {
      id: `i-${at}`,
      status,
      events: [{ name: "Install", status, diagnostics: { message: random(at) } }],
      facts: { kind: "instance" },
    },
  });
  const targets = Array.from({ length: 60 }, (_, at) => target(at, at === 7 ? "Failed" : "Succeeded"));
  const page = pageWith({});
  const answers = page.answers.filter(({ about }) => about !== "targets");
  const list = {
    about: "targets",
    of: [page.region, page.deploymentId],
    answer: { stage: "listed", targets },
  };
  const found = await snapshotLink(pageWith({ answers: [...answers, list] }), PAGE);
  expect(found?.link.length).toBeLessThanOrEqual(MAX_LINK);
  expect(found?.snapshot.leftOut).toContain("details of targets that did not fail");
  const kept = JSON.stringify(found?.snapshot.answers);
  expect(kept).toContain(random(7));
  expect(kept).not.toContain(random(8));
});

const withTwelveEvents = (id: string, at: number) => ({
  id,
  status: at < 3 ? "Failed" : "Succeeded",
  events: Array.from({ length: 12 }, (__, event) => ({
    name: random(event),
    status: at < 3 && event === 11 ? "Failed" : "Succeeded",
    startMs: 1_795_701_730_000 + Math.imul(at * 12 + event, 0x9e3779b1),
    endMs: 1_795_701_731_000 + Math.imul(at * 12 + event + 1, 0x85ebca6b),
  })),
  facts: { kind: "instance" },
});

test("what failed on how many targets stays in a link that has no room for their other events", async () => {
  const ids = Array.from({ length: 10 }, (_, at) => `i-${at}`);
  const targets = ids.map((id, at) => ({ kind: "read", target: withTwelveEvents(id, at) }));
  const page = pageWith({});
  const list = {
    about: "targets",
    of: [page.region, page.deploymentId],
    answer: { stage: "listed", targets },
  };
  const description = Array.from({ length: 90 }, (_, at) => random(at)).join("");
  const [first] = page.answers;
  const info = { deploymentInfo: { deploymentId: page.deploymentId, description } };
  const found = await snapshotLink(pageWith({ answers: [{ ...first, answer: info }, list] }), PAGE);
  expect(found?.snapshot.leftOut).toEqual([
    "details of targets that did not fail",
    "lifecycle events that did not fail",
  ]);
  const kept = found?.snapshot.answers.find(({ about }) => about === "targets")?.answer;
  expect(JSON.stringify(kept).match(/"status":"Failed","events":\[\{[^}]*"status":"Failed"/g)).toHaveLength(
    3,
  );
  expect(JSON.stringify(kept).match(/"kind":"unread"/g)).toHaveLength(7);
});

test("where not even the deployment has room, there is no link", async () => {
  const long = Array.from({ length: 4_000 }, (_, at) => Math.imul(at, 0x9e3779b1).toString(36)).join("");
  const [first, ...rest] = pageWith({}).answers;
  const info = { deploymentInfo: { deploymentId: "d-74D35AS7C", description: long } };
  expect(
    await snapshotLink(pageWith({ answers: [{ ...first, answer: info }, ...rest] }), PAGE),
  ).toBeUndefined();
});
