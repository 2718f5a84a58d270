import { expect, test } from "vitest";
import { KEPT_PAGES } from "../../../testing/snapshots/kept-pages.ts";
import { MAX_FILE_BYTES, readSnapshot } from "./read-snapshot.ts";

const PAGE = JSON.parse(JSON.stringify(KEPT_PAGES[0]));

function faultOf(text: string): string {
  const read = readSnapshot(text);
  return "fault" in read ? `${read.fault.title}: ${read.fault.detail}` : "none";
}

/** The page's file with one member, by its path, changed. */
function fileWith(path: readonly (string | number)[], value: unknown): string {
  const copy: unknown = structuredClone(PAGE);
  let parent: unknown = copy;
  for (const step of path.slice(0, -1)) parent = Object(parent)[step];
  Object.assign(Object(parent), { [path.at(-1) ?? ""]: value });
  return JSON.stringify(copy);
}

test.each([
  ["", /^This is no snapshot: It is not JSON/],
  ["{}", /^This is no snapshot: Its "format"/],
  ["[]", /^This is no snapshot/],
  [fileWith(["version"], 2), /newer than this page: Its version is 2; this page reads 1/],
  [fileWith(["version"], "1"), /damaged: \$\.version/],
  [fileWith(["takenAt"], "yesterday"), /\$\.takenAt/],
  [fileWith(["region"], 5), /\$\.region/],
  [fileWith(["answers"], {}), /\$\.answers/],
  [fileWith(["answers"], []), /the deployment is missing/],
  [
    fileWith(["answers", 0, "answer", "deploymentInfo", "createTime"], "now"),
    /\$\.answers\[0\]\.answer\.deploymentInfo\.createTime/,
  ],
  [fileWith(["answers", 0, "answer", "deploymentInfo"], []), /\$\.answers\[0\]\.answer\.deploymentInfo/],
  [
    fileWith(["answers", 1, "answer", "targets", 0, "target", "events", 1, "status"], 7),
    /\$\.answers\[1\]\.answer\.targets\[0\]\.target\.events\[1\]\.status/,
  ],
  [fileWith(["answers", 3, "answer", 2, "status"], {}), /\$\.answers\[3\]\.answer\[2\]\.status/],
  [
    fileWith(["answers", 4, "answer", "metric", 0, "Threshold"], "5"),
    /\$\.answers\[4\]\.answer\.metric\[0\]\.Threshold/,
  ],
])("refuses what is no snapshot of ours, by path (%#)", (text, fault) => {
  expect(faultOf(text)).toMatch(fault);
});

test("refuses what is too large or too deep to be read", () => {
  expect(faultOf(" ".repeat(MAX_FILE_BYTES + 1))).toMatch(/^This is too large/);
  let deep: unknown = 1;
  for (let level = 0; level < 100; level++) deep = { deep };
  expect(faultOf(fileWith(["more"], deep))).toMatch(/deeper than 60 levels/);
});

test("keeps what it does not know, and leaves questions of tomorrow alone", () => {
  const answers = [...PAGE.answers, { about: "of-tomorrow", of: ["x"], answer: 5 }];
  const read = readSnapshot(JSON.stringify({ ...PAGE, more: { of: "it" }, answers }));
  expect(read).toMatchObject({ snapshot: { more: { of: "it" } } });
  expect("snapshot" in read && read.snapshot.answers).toHaveLength(answers.length);
});
