import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { expect, test } from "vitest";
import { decodeDeployment } from "../../../testing/arbitrary/decode.ts";
import { revisionLine } from "./revision-line.ts";

const HASH = "a1b2c3d4e5f6".padEnd(40, "0");

test.each<[RevisionLocation | undefined, string | undefined]>([
  [undefined, undefined],
  [{}, undefined],
  [
    { revisionType: "GitHub", gitHubLocation: { repository: "acme/shop", commitId: HASH } },
    "acme/shop a1b2c3d",
  ],
  [
    { revisionType: "GitHub", gitHubLocation: { repository: "acme/shop", commitId: "main" } },
    "acme/shop main",
  ],
  [{ revisionType: "GitHub", gitHubLocation: {} }, "GitHub"],
  [{ revisionType: "S3", s3Location: { bucket: "b", key: "shop/7.zip" } }, "shop/7.zip"],
  [
    { revisionType: "S3", s3Location: { bucket: "b", key: "shop.zip", version: HASH } },
    "shop.zip, version a1b2c3d",
  ],
  [{ revisionType: "S3", s3Location: { bucket: "b" } }, "S3"],
  [{ revisionType: "AppSpecContent", appSpecContent: { sha256: HASH } }, "AppSpec a1b2c3d"],
  [{ revisionType: "String", string: {} }, "AppSpec"],
])("%j in one line is %s", (location, line) => {
  expect(revisionLine(location)).toBe(line);
});

test("a revision of an unknown type has its name, and text that hides is made visible", () => {
  // A value that AWS may send one day.
  expect(revisionLine(decodeDeployment({ revision: { revisionType: "OCI" } }).revision)).toBe("OCI");
  const key = "\u202eevil.zip";
  expect(revisionLine({ revisionType: "S3", s3Location: { bucket: "b", key } })).toBe("\\u202eevil.zip");
});
