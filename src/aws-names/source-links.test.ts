import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applicationUrl,
  commitUrl,
  compareUrl,
  deploymentGroupUrl,
  repositoryUrl,
  s3ObjectUrl,
  s3Uri,
  shortCommit,
} from "./source-links.ts";

const OLD = "a".repeat(40);
const NEW = "0123456789abcdef0123456789abcdef01234567";

describe("links to GitHub", () => {
  test("lead to the repository, the commit and the comparison, older commit first", () => {
    const repository = "acme-inc/shop.web_2";
    expect(repositoryUrl(repository)).toBe("https://github.com/acme-inc/shop.web_2");
    expect(commitUrl({ repository, commitId: NEW })).toBe(
      `https://github.com/acme-inc/shop.web_2/commit/${NEW}`,
    );
    expect(compareUrl({ repository, commitId: OLD }, { repository, commitId: NEW })).toBe(
      `https://github.com/acme-inc/shop.web_2/compare/${OLD}...${NEW}`,
    );
  });

  test("compare a repository that was written in other letters before", () => {
    const previous = { repository: "Acme/Shop", commitId: OLD };
    expect(compareUrl(previous, { repository: "acme/shop", commitId: NEW })).toContain("/acme/shop/compare/");
  });

  test("compare nothing across two repositories", () => {
    const previous = { repository: "acme/old", commitId: OLD };
    expect(compareUrl(previous, { repository: "acme/new", commitId: NEW })).toBeUndefined();
    expect(compareUrl({ commitId: OLD }, { commitId: NEW })).toBeUndefined();
  });

  test.each([
    "",
    "acme",
    "acme/",
    "acme/shop/x",
    "acme/..",
    "acme/.",
    "a b/c",
    "acme/shop?x",
    "//evil.example",
  ])("are not made from text that is no repository: %j", (repository) => {
    expect(repositoryUrl(repository)).toBeUndefined();
    expect(commitUrl({ repository, commitId: NEW })).toBeUndefined();
  });

  test.each([undefined, "", "main", "abc", "HEAD~1", `${NEW}0`, "ABCDEF0", "../../x"])(
    "are not made from text that is no commit: %j",
    (commitId) => {
      const broken = { repository: "acme/shop", ...(commitId !== undefined && { commitId }) };
      const good = { repository: "acme/shop", commitId: NEW };
      expect(commitUrl(broken)).toBeUndefined();
      expect(compareUrl(broken, good)).toBeUndefined();
      expect(compareUrl(good, broken)).toBeUndefined();
    },
  );

  test("never leave github.com or the repository, whatever AWS sends", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[\w./-]{1,20}$/),
      fc.stringMatching(/^[A-Za-z0-9-]{1,9}\/[A-Za-z0-9._-]{1,9}$/),
    );
    fc.assert(
      fc.property(text, fc.oneof(text, fc.stringMatching(/^[0-9a-f]{7,40}$/)), (repository, commitId) => {
        const url = commitUrl({ repository, commitId });
        return (
          url === undefined || new URL(url).href === `https://github.com/${repository}/commit/${commitId}`
        );
      }),
    );
  });
});

describe("a commit id", () => {
  test("is shortened to seven characters, anything else is not", () => {
    expect(shortCommit(NEW)).toBe("0123456");
    expect(shortCommit("release-2026-11")).toBe("release-2026-11");
  });
});

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

const BASE = "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/applications";

describe("links to an application and its group", () => {
  test("carry the names, encoded", () => {
    expect(applicationUrl("eu-west-1", "shop/api #1")).toBe(`${BASE}/shop%2Fapi%20%231?region=eu-west-1`);
    expect(deploymentGroupUrl("eu-west-1", "shop", "prod?")).toBe(
      `${BASE}/shop/deployment-groups/prod%3F?region=eu-west-1`,
    );
  });

  test.each(["", ".", "..", "a\u0000", "\u202Egpj", "\ud800", "x".repeat(101)])(
    "are not made from a name that nothing can have: %j",
    (name) => {
      expect(applicationUrl("eu-west-1", name)).toBeUndefined();
      expect(deploymentGroupUrl("eu-west-1", "shop", name)).toBeUndefined();
      expect(deploymentGroupUrl("eu-west-1", name, "prod")).toBeUndefined();
    },
  );

  test("need both names for a group", () => {
    expect(deploymentGroupUrl("eu-west-1", undefined, "prod")).toBeUndefined();
  });
});
