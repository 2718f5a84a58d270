import type { GitHubLocation, RawString, RevisionLocation, S3Location } from "@aws-sdk/client-codedeploy";
import { BundleType, RevisionLocationType } from "@aws-sdk/client-codedeploy";
import type { Members, Value } from "./arbitrary-values.ts";
import { choice, members, text } from "./arbitrary-values.ts";

const inline = members({
  content: text("version: 0.0\nos: linux\n", '{"version":1}'),
  sha256: text("5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"),
} satisfies Members<RawString>);

/** Any revision, also one whose type and location disagree. */
export const revision: Value = members({
  revisionType: choice(RevisionLocationType),
  s3Location: members({
    bucket: text("acme-release-artifacts", "a"),
    key: text("checkout/318.zip", "a b/c?d#e"),
    bundleType: choice(BundleType),
    version: text("3HL4kqtJvjVBH40Nrjfkd"),
    eTag: text('"3fdd7b968314a096d5af1d649e26a4a1"', "3fdd7b968314a096d5af1d649e26a4a1"),
  } satisfies Members<S3Location>),
  gitHubLocation: members({
    repository: text("acme-shop/checkout", "acme-shop/payments", "acme/..", "acme"),
    commitId: text(
      "3b4f9a7c1d2e5f60718293a4b5c6d7e8f9012345",
      "aaaaaaaabbbbbbbbccccccccddddddddeeeeeeee",
      "main",
    ),
  } satisfies Members<GitHubLocation>),
  string: inline,
  appSpecContent: inline,
} satisfies Members<RevisionLocation>);
