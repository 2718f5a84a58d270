import { expect, test } from "vitest";
import { ALL_REDACTED, redact } from "../../src/codedeploy/sharing/redaction.ts";
import { snapshotLink } from "../../src/queries/snapshot/snapshot-link.ts";
import { readSnapshot } from "../../src/queries/snapshot/read-snapshot.ts";
import { fromFragment } from "../../src/queries/snapshot/fragment.ts";
import { GONE, NAMED, PLANTED } from "../planted-secrets.ts";
import { KEPT_PAGES } from "./kept-pages.ts";

/** Members that hold what the page itself writes, or by which an answer is found. */
const OURS = new Set([
  "region",
  "deploymentId",
  "of",
  "format",
  "takenAt",
  "answeredAt",
  "joins",
  "leftOut",
  "about",
  "kind",
  "stage",
]);

const ALL_PLANTED = Object.values(PLANTED).flat();

/** The same with a secret in every text that comes from outside, another one in each. */
function planted(value: unknown, next: () => string, member = ""): unknown {
  if (OURS.has(member)) return value;
  if (typeof value === "string") return `${value} ${next()}`;
  if (Array.isArray(value)) return value.map((item) => planted(item, next, member));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, next, name)]));
}

/** What must be gone, each with what stands around it. */
function foundIn(text: string): string[] {
  const every = new RegExp(GONE.source, "gi");
  return Array.from(text.matchAll(every), ({ index }) => text.slice(Math.max(0, index - 40), index + 40));
}

test("a secret that stands in any field of a snapshot leaves neither in a file nor in a link", async () => {
  for (const page of KEPT_PAGES) {
    // So often that each secret stands once in each field.
    for (const start of ALL_PLANTED.keys()) {
      let at = start;
      const next = () => ALL_PLANTED[at++ % ALL_PLANTED.length] ?? "";
      const { value } = redact({ ...Object(planted(page, next)), named: NAMED }, ALL_REDACTED);
      const text = JSON.stringify(value);
      expect(foundIn(text)).toEqual([]);
      const read = readSnapshot(text);
      expect(read).toHaveProperty("snapshot");
      const found =
        "snapshot" in read ? await snapshotLink(read.snapshot, "https://x.example/snapshot") : undefined;
      const inLink = await fromFragment(new URL(found?.link ?? "https://x.example/#s=").hash);
      expect(foundIn(JSON.stringify(inLink))).toEqual([]);
    }
  }
});
