import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { s3ObjectUrl, s3Uri } from "./s3-link.ts";

describe("a revision in S3", () => {
  test("has an address for the AWS CLI, exactly as AWS sent it", () => {
    expect(s3Uri({ bucket: "releases", key: "shop/a b+c.zip" })).toBe("s3://releases/shop/a b+c.zip");
  });

  test.each([{}, { bucket: "releases" }, { key: "shop.zip" }, { bucket: "", key: "shop.zip" }])(
    "has no address when a part is missing: %j",
    (location) => {
      expect(s3Uri(location)).toBeUndefined();
      expect(s3ObjectUrl("eu-west-1", location)).toBeUndefined();
    },
  );

  test("opens in the console at its own version, its key encoded", () => {
    expect(s3ObjectUrl("eu-west-1", { bucket: "releases", key: "a b/c&d.zip", version: "v+1" })).toBe(
      "https://eu-west-1.console.aws.amazon.com/s3/object/releases?region=eu-west-1&prefix=a%20b%2Fc%26d.zip&versionId=v%2B1",
    );
    expect(s3ObjectUrl("eu-west-1", { bucket: "releases", key: "c.zip" })).not.toContain("versionId");
  });

  test.each([
    "..",
    "a/../b",
    "re leases",
    "releases?x",
    "releases#x",
    "a",
    "\u202Ereleases",
    "x".repeat(256),
  ])("has no link when its bucket is none: %j", (bucket) => {
    expect(s3ObjectUrl("eu-west-1", { bucket, key: "shop.zip" })).toBeUndefined();
  });

  test.each(["\u0000", "\ud800", "\u202E", "x".repeat(1025)])(
    "has no link when its key is none: %j",
    (key) => {
      expect(s3ObjectUrl("eu-west-1", { bucket: "releases", key })).toBeUndefined();
    },
  );

  test("keeps its key in the link, whatever the characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (key) => {
        const url = s3ObjectUrl("eu-west-1", { bucket: "releases", key });
        return url === undefined || new URL(url).searchParams.get("prefix") === key;
      }),
    );
  });
});
