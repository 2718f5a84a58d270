import type { RevisionLocation, S3Location } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { differenceWords, revisionDifference } from "./revision-difference.ts";

function s3(s3Location: S3Location): RevisionLocation {
  return { revisionType: "S3", s3Location };
}

function gitHub(commitId: string, repository = "acme/shop"): RevisionLocation {
  return { revisionType: "GitHub", gitHubLocation: { repository, commitId } };
}

function appSpec(sha256: string): RevisionLocation {
  return { revisionType: "AppSpecContent", appSpecContent: { sha256 } };
}

function difference(revision: RevisionLocation | undefined, previousRevision?: RevisionLocation) {
  return revisionDifference({
    ...(revision && { revision }),
    ...(previousRevision && { previousRevision }),
  });
}

const ETAG = "92d3a1b0c0ffee";

describe("what changed", () => {
  test("is nothing to compare where AWS names no revision before: earlier deployments may have failed", () => {
    expect(differenceWords(difference(gitHub("a1")))).toBe("AWS reports no revision before this one.");
    expect(difference(gitHub("a1")).kind).toBe("none-before");
  });

  test("still shows the revision before when AWS reports none for this deployment", () => {
    expect(difference(undefined, gitHub("a1"))).toMatchObject({
      kind: "not-reported",
      previous: { kind: "GitHub" },
    });
    expect(difference(undefined)).toEqual({ kind: "not-reported", previous: undefined });
  });

  test("names the commit, and not the repository that stayed", () => {
    expect(difference(gitHub("b2"), gitHub("a1"))).toMatchObject({
      kind: "changed",
      parts: [
        { name: "Repository", change: "same", now: "acme/shop" },
        { name: "Commit", change: "changed", now: "b2", before: "a1" },
      ],
    });
  });

  test("is nothing when the same commit is deployed again, however it is written", () => {
    expect(difference(gitHub("ABCDEF1"), gitHub("abcdef1", "Acme/Shop")).kind).toBe("same");
  });

  test("is nothing when only the quotes around the eTag differ, and shows the eTag as AWS sent it", () => {
    const object = { bucket: "releases", key: "shop.zip" };
    expect(difference(s3({ ...object, eTag: `"${ETAG}"` }), s3({ ...object, eTag: ETAG }))).toMatchObject({
      kind: "same",
      parts: [
        { name: "Object", change: "same" },
        { name: "eTag", change: "same", now: `"${ETAG}"` },
      ],
    });
  });

  test("is not decided by an object's name alone", () => {
    const object = { bucket: "releases", key: "shop.zip", bundleType: "zip" as const };
    expect(difference(s3(object), s3(object)).kind).toBe("undecided");
    expect(difference(s3({ ...object, eTag: ETAG }), s3(object))).toMatchObject({
      kind: "undecided",
      parts: [{ change: "same" }, { name: "eTag", change: "only-now" }, { change: "same" }],
    });
    expect(difference(s3(object), s3({ ...object, eTag: ETAG }))).toMatchObject({
      parts: [{}, {}, { name: "eTag", change: "only-before", before: ETAG }],
    });
  });

  test("is the version when an object was uploaded anew", () => {
    const object = { bucket: "releases", key: "shop.zip" };
    const found = difference(s3({ ...object, version: "2" }), s3({ ...object, version: "1" }));
    expect(found).toMatchObject({ kind: "changed", parts: [{}, { name: "Version", change: "changed" }] });
  });

  test("tells bucket and key apart when one of them is missing", () => {
    expect(difference(s3({ bucket: "a" }), s3({ bucket: "a", key: "k" }))).toMatchObject({
      kind: "undecided",
      parts: [
        { name: "Bucket", change: "only-now" },
        { name: "Object", change: "only-before" },
      ],
    });
  });

  test("is told by the sha256 where CodeDeploy sends no content", () => {
    expect(difference(appSpec("aa"), appSpec("AA")).kind).toBe("same");
    expect(difference(appSpec("aa"), appSpec("bb")).kind).toBe("changed");
    expect(difference({ appSpecContent: {} }, { appSpecContent: {} }).kind).toBe("undecided");
  });

  test("is the source when that is of another kind", () => {
    expect(difference(gitHub("a1"), s3({ bucket: "a" })).kind).toBe("other-source");
  });

  test("is not claimed for kinds of revision that nobody knows", () => {
    const newer = { revisionType: "Container" } as object;
    expect(difference(newer, newer)).toMatchObject({ kind: "undecided", parts: [] });
  });

  test("is nothing where AWS sends empty objects", () => {
    expect(difference({}, {}).kind).toBe("not-reported");
    expect(difference(gitHub("a1"), {}).kind).toBe("none-before");
  });

  test("is nothing when the whole hash stands for the short one", () => {
    const hash = "7788309c0ffee00112233445566778899aabbccd";
    expect(difference(gitHub(hash), gitHub(hash.slice(0, 7))).kind).toBe("same");
    expect(difference(gitHub(hash), gitHub(hash.slice(1, 9))).kind).toBe("changed");
  });

  test.each(["main", "refs/heads/main", "v1.2.0", "release"])(
    "is not decided by a name that may stand for another commit: %s",
    (name) => {
      const found = difference(gitHub(name), gitHub(name));
      expect(found.kind).toBe("undecided");
      expect(differenceWords(found)).toContain(`${name} may stand for another commit`);
    },
  );

  test("of an AppSpec is said in words that a reader knows", () => {
    expect(differenceWords(difference(appSpec("aa"), appSpec("bb")))).toBe("Another AppSpec than before.");
  });

  test("never names a member of the API in its sentence", () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(hash, hash, (now, before) => {
        expect(differenceWords(difference(appSpec(now), appSpec(before)))).not.toMatch(/sha256|commitId/);
      }),
    );
  });
});
