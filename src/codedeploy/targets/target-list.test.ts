import { expect, test } from "vitest";
import { makeTarget } from "../../../testing/make-target.ts";
import type { TargetEntry, TargetList } from "./target-list.ts";
import { NO_TARGETS, hasFirstDetails } from "./target-list.ts";
import { targetOrder, searchTargets } from "./target-search.ts";
import { labelSummary, targetSummary } from "./target-summary.ts";

const read = (id: string, status: string | undefined, label?: string): [string, TargetEntry] => [
  id,
  { kind: "read", target: makeTarget({ id, status, label, arn: `arn:of:${id}` }) },
];

function listOf(...entries: [string, TargetEntry][]): TargetList {
  return { ...NO_TARGETS, stage: "listed", ids: entries.map(([id]) => id), entries: new Map(entries) };
}

const LIST = listOf(
  read("a", "Succeeded", "Green"),
  read("b", "Failed", "Green"),
  read("c", "Pending"),
  ["d", { kind: "unread" }],
  read("e", "InProgress", "Blue"),
  read("f", "Failed", "Blue"),
  ["g", { kind: "gone", last: makeTarget({ id: "g", status: "InProgress" }) }],
  read("h", "Paused"),
  read("i", undefined),
  read("j", "__proto__"),
);

test("fifty targets of a fleet are enough, whichever were read first", () => {
  const unread = Array.from({ length: 200 }, (_, index): [string, TargetEntry] => [
    `u${index}`,
    { kind: "unread" },
  ]);
  const known = Array.from({ length: 50 }, (_, index) => read(`r${index}`, "Failed"));
  expect(hasFirstDetails(listOf(...unread, ...known))).toBe(true);
  expect(hasFirstDetails(listOf(...unread, ...known.slice(1)))).toBe(false);
  expect(hasFirstDetails(listOf(...known.slice(1)))).toBe(true);
  expect(hasFirstDetails(listOf(...known.slice(2), ["u", { kind: "unread" }]))).toBe(false);
});

test("failed targets stand first, then running ones, then the rest as AWS lists them", () => {
  expect(targetOrder(LIST).join("")).toBe("bfegacdhij");
});

test("the summary counts every target once, states that nobody knows included", () => {
  const summary = targetSummary(LIST);
  expect(summary.map(({ count, word }) => `${count} ${word}`)).toEqual([
    "1 succeeded",
    "2 failed",
    "1 in progress",
    "1 pending",
    "1 not loaded yet",
    "1 no longer reported",
    "1 Paused",
    "1 status not reported",
    "1 __proto__",
  ]);
  expect(summary.reduce((total, { count }) => total + count, 0)).toBe(LIST.ids.length);
});

test("each state of the summary finds exactly the targets that it counts", () => {
  for (const { key, count } of targetSummary(LIST)) {
    expect(searchTargets(LIST, LIST.ids, { state: key })).toHaveLength(count);
  }
});

test("labels are counted where AWS sends them, and filter", () => {
  expect(labelSummary(LIST)).toEqual([
    { label: "Green", count: 2 },
    { label: "Blue", count: 2 },
  ]);
  expect(searchTargets(LIST, LIST.ids, { label: "Blue" })).toEqual(["e", "f"]);
  expect(labelSummary(NO_TARGETS)).toEqual([]);
});

test("a search finds part of an id or ARN in any case, keeps the order, and joins with the filters", () => {
  expect(searchTargets(LIST, ["f", "b"], { text: " ARN:OF " })).toEqual(["f", "b"]);
  expect(searchTargets(LIST, LIST.ids, { text: "of:", state: "Failed" })).toEqual(["b", "f"]);
  expect(searchTargets(LIST, LIST.ids, {})).toEqual(LIST.ids);
});
