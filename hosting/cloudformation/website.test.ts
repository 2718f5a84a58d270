import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepForEver, routeToApp } from "../cloudfront-functions.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { SITUATIONS } from "./situations.ts";

// AWS's own cache policies, by their ids.
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

const ownDomain = evaluateTemplate(SITUATIONS["a domain name of its own"]);
const { resources } = evaluateTemplate(SITUATIONS["a user pool of its own"]);
const propertiesOf = (id: string) => resources[id]?.properties;

test("nobody reads the bucket but CloudFront, for this one distribution, and nobody at all without TLS", () => {
  expect(propertiesOf("Bucket")).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
  });
  expect(resources["Bucket"]?.deletionPolicy).toBe("RetainExceptOnCreate");
  expect(propertiesOf("BucketPolicy")).toMatchObject({
    PolicyDocument: {
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          // Listing is what makes a missing file a 404 in place of a 403.
          Action: ["s3:GetObject", "s3:ListBucket"],
          Condition: {
            StringEquals: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/Distribution" },
          },
        },
      ],
    },
  });
});

test("CloudFront signs what it asks of the bucket (origin access control)", () => {
  expect(propertiesOf("OriginAccessControl")).toMatchObject({
    OriginAccessControlConfig: {
      OriginAccessControlOriginType: "s3",
      SigningBehavior: "always",
      SigningProtocol: "sigv4",
    },
  });
  expect(propertiesOf("Distribution")).toMatchObject({
    DistributionConfig: { Origins: [{ OriginAccessControlId: "OriginAccessControl.Id" }] },
  });
});

test("a domain name of one's own is served by TLS 1.2 at least, with its certificate", () => {
  expect(ownDomain.resources["Distribution"]?.properties).toMatchObject({
    DistributionConfig: {
      Aliases: ["deploys.example.com"],
      ViewerCertificate: {
        AcmCertificateArn: SITUATIONS["a domain name of its own"].CertificateArn,
        MinimumProtocolVersion: "TLSv1.2_2021",
        SslSupportMethod: "sni-only",
      },
    },
  });
  expect(ownDomain.outputs).toMatchObject({
    Url: "https://deploys.example.com",
    CallbackUrl: "https://deploys.example.com/signed-in",
    SignOutUrl: "https://deploys.example.com/",
    DistributionDomainName: "d111111abcdef8.cloudfront.net",
  });
  expect(propertiesOf("Distribution")).not.toHaveProperty("DistributionConfig.Aliases");
});

test("assets are kept for ever; index.html, config.json and what is missing are not", () => {
  expect(propertiesOf("Distribution")).toMatchObject({
    DistributionConfig: {
      DefaultCacheBehavior: {
        CachePolicyId: CACHING_DISABLED,
        ViewerProtocolPolicy: "redirect-to-https",
        FunctionAssociations: [{ EventType: "viewer-request", FunctionARN: "RouteToApp.FunctionARN" }],
      },
      CacheBehaviors: [
        {
          PathPattern: "/assets/*",
          CachePolicyId: CACHING_OPTIMIZED,
          ViewerProtocolPolicy: "redirect-to-https",
          Compress: true,
          FunctionAssociations: [{ EventType: "viewer-response", FunctionARN: "KeepForEver.FunctionARN" }],
        },
      ],
    },
  });
  expect(propertiesOf("RouteToApp")).toMatchObject({ FunctionCode: routeToApp, AutoPublish: true });
  expect(propertiesOf("KeepForEver")).toMatchObject({ FunctionCode: keepForEver, AutoPublish: true });
  // Answers of its own for errors would make the app of a missing script.
  expect(propertiesOf("Distribution")).not.toHaveProperty("DistributionConfig.CustomErrorResponses");
});

test("every answer carries the security headers, and asks to be asked for anew", () => {
  for (const behavior of ["DefaultCacheBehavior", "CacheBehaviors.0"]) {
    expect(propertiesOf("Distribution")).toHaveProperty(
      `DistributionConfig.${behavior}.ResponseHeadersPolicyId`,
      "ResponseHeaders",
    );
  }
  expect(propertiesOf("ResponseHeaders")).toMatchObject({
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: "DENY", Override: true },
        ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
      },
      CustomHeadersConfig: {
        Items: expect.arrayContaining([{ Header: "Cache-Control", Value: "no-cache", Override: true }]),
      },
    },
  });
});

/** How long the longest of CloudFront's names is in a stack whose own name has so many characters. */
function longestName(length: number): number {
  const pseudo = { "AWS::StackName": "s".repeat(length), "AWS::Region": "ap-southeast-1" };
  const made = evaluateTemplate(SITUATIONS["a user pool of its own"], pseudo).resources;
  const names = JSON.stringify(Object.values(made)).match(/(?<="Name":")s{9,}[^"]*/g) ?? [];
  return Math.max(...names.map((name) => name.length));
}

test("a stack's name may be as long as README.md says, in the Region with the longest name, and no longer", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const most = Number(/let the stack's name have (\d+) at most/.exec(readme)?.[1]);
  expect(longestName(most)).toBe(64);
  expect(longestName(most + 1)).toBe(65);
});

test("CloudFront's names, which are one account's, carry the Region", () => {
  const names = JSON.stringify(Object.values(resources)).match(/"Name":"deploywatch[^"]*"/g);
  expect(names).toHaveLength(4);
  for (const name of names ?? []) expect(name).toContain("-eu-west-1");
});
