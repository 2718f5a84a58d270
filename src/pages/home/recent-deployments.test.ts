import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecentDeployment } from "./recent-deployments.ts";
import { parseRecent, recentFrom, withRecent, withoutRecent } from "./recent-deployments.ts";

const entry = (number: number, more: Partial<RecentDeployment> = {}): RecentDeployment => ({
  region: "us-east-1",
  deploymentId: `d-${number}`,
  seenAtMs: number,
  ...more,
});

describe("the deployments seen last", () => {
  test("begin with the newest and hold each deployment once, in its latest state", () => {
    const list = withRecent([entry(1, { status: "InProgress" }), entry(2)], entry(1, { status: "Failed" }));
    expect(list).toEqual([entry(1, { status: "Failed" }), entry(2)]);
  });

  test("tell the same id in two Regions apart", () => {
    const elsewhere = entry(1, { region: "eu-west-1" });
    expect(withRecent([entry(1)], elsewhere)).toEqual([elsewhere, entry(1)]);
    expect(withoutRecent([elsewhere, entry(1)], entry(1))).toEqual([elsewhere]);
  });

  test("are twenty at most", () => {
    const list = Array.from({ length: 20 }, (_, index) => entry(index));
    expect(withRecent(list, entry(99))).toEqual([entry(99), ...list.slice(0, 19)]);
  });

  test("remember what AWS said, without what it left out, and of hostile names the beginning", () => {
    expect(recentFrom(entry(1), { status: "Failed", applicationName: "x".repeat(100_000) }, 5)).toEqual(
      entry(1, { status: "Failed", applicationName: "x".repeat(200), seenAtMs: 5 }),
    );
    expect(recentFrom({ region: "nowhere", deploymentId: "d-1" }, {}, 5)).toBeUndefined();
  });

  test("come back from storage as they were", () => {
    const list = [entry(3, { status: "Ready", applicationName: "a", groupName: "b" }), entry(2), entry(1)];
    expect(parseRecent(JSON.stringify(list))).toEqual(list);
  });

  test.each(["", "{}", "null", "[null,1,[],{}]", "[", '[{"__proto__":{"region":"us-east-1"}}]'])(
    "are none when storage holds %j",
    (text) => {
      expect(parseRecent(text)).toEqual([]);
    },
  );

  test.each([
    { region: 1 },
    { region: "https://evil.example" },
    { deploymentId: "../.." },
    { deploymentId: null },
    { seenAtMs: "yesterday" },
  ])("leave out an entry with %j and keep the others", (junk) => {
    expect(parseRecent(JSON.stringify([{ ...entry(1), ...junk }, entry(2)]))).toEqual([entry(2)]);
  });

  test("lose a name that is no text, not the deployment", () => {
    expect(parseRecent(JSON.stringify([{ ...entry(1), status: 5, groupName: "" }]))).toEqual([entry(1)]);
  });

  test("never throw and never hold what cannot be shown, whatever storage holds", () => {
    const fields = fc.record(
      {
        region: fc.oneof(fc.constant("us-east-1"), fc.jsonValue()),
        deploymentId: fc.oneof(fc.constantFrom("d-1", "d-2"), fc.jsonValue()),
        seenAtMs: fc.oneof(fc.integer(), fc.jsonValue()),
        status: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fields).map((list) => JSON.stringify(list)),
        ),
        (text) => {
          const list = parseRecent(text);
          expect(parseRecent(JSON.stringify(list))).toEqual(list);
          expect(new Set(list.map(({ region, deploymentId }) => `${region}/${deploymentId}`)).size).toBe(
            list.length,
          );
        },
      ),
    );
  });
});
