import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { revisionOf } from "./revision.ts";

const s3Location = { bucket: "releases", key: "shop.zip" };
const gitHubLocation = { repository: "acme/shop", commitId: "0123456789abcdef" };

function typed(revisionType: string, rest: RevisionLocation): RevisionLocation {
  const location: object = { ...rest, revisionType };
  return location;
}

describe("a revision", () => {
  test.each<[string, RevisionLocation, object]>([
    ["S3", { revisionType: "S3", s3Location }, { kind: "S3", ...s3Location }],
    ["GitHub", { revisionType: "GitHub", gitHubLocation }, { kind: "GitHub", ...gitHubLocation }],
    ["String", { revisionType: "String", string: { sha256: "ab" } }, { kind: "String", sha256: "ab" }],
    [
      "AppSpecContent",
      { revisionType: "AppSpecContent", appSpecContent: { sha256: "ab" } },
      { kind: "AppSpecContent", sha256: "ab" },
    ],
  ])("of type %s is read from its own location", (_, location, revision) => {
    expect(revisionOf(location)).toEqual(revision);
  });

  test("without a type is told by the location that AWS sent", () => {
    expect(revisionOf({ gitHubLocation })).toEqual({ kind: "GitHub", ...gitHubLocation });
  });

  test("whose type names a location that is not there is told by the one that is", () => {
    expect(revisionOf({ revisionType: "S3", gitHubLocation })).toEqual({ kind: "GitHub", ...gitHubLocation });
  });

  test("with two locations is the one that its type names", () => {
    expect(revisionOf({ revisionType: "GitHub", s3Location, gitHubLocation })?.kind).toBe("GitHub");
  });

  test.each(["Container", "__proto__", "constructor"])(
    "of a type that nobody knows is kept whole: %s",
    (type) => {
      const location = typed(type, { s3Location });
      expect(revisionOf(location)).toEqual({ kind: "unknown", location });
    },
  );

  test("that holds nothing is not taken for one of another kind", () => {
    expect(revisionOf({})).toBeUndefined();
    expect(revisionOf({ revisionType: "S3" })).toEqual({ kind: "unknown", location: { revisionType: "S3" } });
  });

  test("that AWS did not send is none", () => {
    expect(revisionOf(undefined)).toBeUndefined();
  });
});
