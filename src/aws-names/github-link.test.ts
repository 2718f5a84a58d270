import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitUrl, compareUrl, repositoryUrl, shortCommit } from "./github-link.ts";

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
