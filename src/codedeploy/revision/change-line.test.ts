import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { changeLine } from "./change-line.ts";
import { revisionDifference } from "./revision-difference.ts";

type Location = NonNullable<Deployment["revision"]>;
const gitHub = (commitId: string, repository = "acme/shop"): Location => ({
  revisionType: "GitHub",
  gitHubLocation: { repository, commitId },
});
const s3 = (key: string, more: object = {}): Location => ({
  revisionType: "S3",
  s3Location: { bucket: "releases", key, bundleType: "zip", ...more },
});
const line = (revision: Location, previousRevision: Location) =>
  changeLine(revisionDifference({ revision, previousRevision }));
const appSpec = (sha256: string): Location => ({ revisionType: "String", string: { sha256 } });
const long = (end: string) => s3(`${"release-of-the-shop-".repeat(6)}${end}.zip`);
const A = "1".repeat(40);
const B = "2".repeat(40);

describe("what changed in one line", () => {
  test.each<[string, Location, Location, object]>([
    ["a commit", gitHub(B), gitHub(A), { what: "acme/shop", before: "1111111", now: "2222222" }],
    ["a file", s3("shop/318.zip"), s3("shop/317.zip"), { what: "S3", before: "317.zip", now: "318.zip" }],
    [
      "a file of the same name",
      s3("b/app.zip"),
      s3("a/app.zip"),
      { what: "S3", before: "…/a/app.zip", now: "…/b/app.zip" },
    ],
    [
      "a file of the same name, far down a long address",
      s3("teams/checkout/services/checkout-api/releases/production/318/app.zip"),
      s3("teams/checkout/services/checkout-api/releases/production/317/app.zip"),
      { what: "S3", before: "…/317/app.zip", now: "…/318/app.zip" },
    ],
    [
      "a version of the same file",
      s3("app.zip", { version: "v2" }),
      s3("app.zip", { version: "v1" }),
      { what: "app.zip, version", before: "v1", now: "v2" },
    ],
    [
      "the content of the same file",
      s3("app.zip", { eTag: "bb" }),
      s3("app.zip", { eTag: "aa" }),
      { what: "app.zip, eTag", before: "aa", now: "bb" },
    ],
  ])("%s: from one value to the other", (_, revision, previous, values) => {
    expect(line(revision, previous)).toEqual({ kind: "values", ...values });
  });

  test("another repository, the same revision and an AppSpec are a sentence", () => {
    expect(line(gitHub(B, "acme/new"), gitHub(A))).toMatchObject({ kind: "sentence" });
    expect(line(gitHub(A), gitHub(A))).toEqual({
      kind: "sentence",
      sentence: "Same revision as before: a redeploy.",
    });
    expect(line(appSpec("b"), appSpec("a"))).toEqual({
      kind: "sentence",
      sentence: "Another AppSpec than before.",
    });
  });

  test("long names are cut in the middle, where they do not differ", () => {
    expect(line(long("318"), long("317"))).toMatchObject({
      before: expect.stringMatching(/^release.*….*317\.zip$/),
      now: expect.stringMatching(/^release.*….*318\.zip$/),
    });
  });
});
