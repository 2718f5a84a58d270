import type { Stack } from "aws-cdk-lib";
import { Aws, CfnDeletionPolicy, Fn } from "aws-cdk-lib";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import * as s3 from "aws-cdk-lib/aws-s3";
import { keepForEver, routeToApp } from "../cloudfront-functions.ts";
import { either } from "./either.ts";
import type { Conditions, Parameters } from "./parameters.ts";

const ORIGIN = "Bucket";
/** AWS's managed cache policies. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
/** CloudFront compresses nothing under it, and takes no policy of one's own that does without caching: index.html has 6.7 kB. */
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

/** The built app's place, and where it is served. */
export interface Website {
  readonly bucket: s3.CfnBucket;
  readonly distribution: cloudfront.CfnDistribution;
  /** The https origin that people open. */
  readonly origin: string;
}

/**
 * Adds a private bucket behind CloudFront. The app is served for its own routes only: a missing file is a 404 and
 * not the app, so that no cache ever keeps HTML as a script.
 */
export function addWebsite(stack: Stack, parameters: Parameters, conditions: Conditions): Website {
  const bucket = addBucket(stack);
  const distribution = addDistribution(stack, bucket, parameters, conditions);
  new s3.CfnBucketPolicy(stack, "BucketPolicy", {
    bucket: bucket.ref,
    policyDocument: bucketPolicy(bucket, distribution),
  });
  const host = either(conditions.hasDomain, parameters.domainName.valueAsString, distribution.attrDomainName);
  return { bucket, distribution, origin: `https://${host}` };
}

function addBucket(stack: Stack): s3.CfnBucket {
  const bucket = new s3.CfnBucket(stack, "Bucket", {
    bucketEncryption: {
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    },
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    versioningConfiguration: { status: "Enabled" },
    lifecycleConfiguration: {
      rules: [{ status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } }],
    },
  });
  bucket.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE;
  bucket.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  return bucket;
}

function addDistribution(
  stack: Stack,
  bucket: s3.CfnBucket,
  parameters: Parameters,
  conditions: Conditions,
): cloudfront.CfnDistribution {
  const accessControl = new cloudfront.CfnOriginAccessControl(stack, "OriginAccessControl", {
    originAccessControlConfig: {
      // Stacks of one name in two Regions share the account's names of everything that is CloudFront's.
      name: `${Aws.STACK_NAME}-${Aws.REGION}`,
      originAccessControlOriginType: "s3",
      signingBehavior: "always",
      signingProtocol: "sigv4",
    },
  });
  const whenDomain = (value: unknown, otherwise: unknown) =>
    Fn.conditionIf(conditions.hasDomain.logicalId, value, otherwise);
  const distribution = new cloudfront.CfnDistribution(stack, "Distribution", {
    distributionConfig: {
      enabled: true,
      comment: parameters.name.valueAsString,
      httpVersion: "http2and3",
      ipv6Enabled: true,
      viewerCertificate: whenDomain(
        {
          AcmCertificateArn: parameters.certificateArn.valueAsString,
          SslSupportMethod: "sni-only",
          MinimumProtocolVersion: "TLSv1.2_2021",
        },
        { CloudFrontDefaultCertificate: true },
      ),
      origins: [
        {
          id: ORIGIN,
          domainName: bucket.attrRegionalDomainName,
          originAccessControlId: accessControl.attrId,
          s3OriginConfig: { originAccessIdentity: "" },
        },
      ],
      defaultCacheBehavior: {
        ...behavior(CACHING_DISABLED),
        responseHeadersPolicyId: Fn.ref("ResponseHeaders"),
        functionAssociations: [association(stack, "RouteToApp", "viewer-request", routeToApp)],
      },
      cacheBehaviors: [
        {
          ...behavior(CACHING_OPTIMIZED),
          pathPattern: "/assets/*",
          responseHeadersPolicyId: Fn.ref("ResponseHeaders"),
          functionAssociations: [association(stack, "KeepForEver", "viewer-response", keepForEver)],
        },
      ],
    },
  });
  distribution.addPropertyOverride(
    "DistributionConfig.Aliases",
    whenDomain([parameters.domainName.valueAsString], Aws.NO_VALUE),
  );
  return distribution;
}

function behavior(cachePolicyId: string) {
  return {
    targetOriginId: ORIGIN,
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId,
  };
}

function association(stack: Stack, id: string, eventType: string, functionCode: string) {
  const made = new cloudfront.CfnFunction(stack, id, {
    name: `${Aws.STACK_NAME}-${id}-${Aws.REGION}`,
    autoPublish: true,
    functionCode,
    functionConfig: { comment: id, runtime: "cloudfront-js-2.0" },
  });
  return { eventType, functionArn: made.attrFunctionArn };
}

/** CloudFront may read; with the right to list, S3 answers 404 for what is missing, and 403 without. */
function bucketPolicy(bucket: s3.CfnBucket, distribution: cloudfront.CfnDistribution): object {
  const everything = [bucket.attrArn, `${bucket.attrArn}/*`];
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OnlyByTls",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: everything,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        Sid: "CloudFrontReads",
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: everything,
        Condition: {
          StringEquals: {
            "AWS:SourceArn": `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distribution.ref}`,
          },
        },
      },
    ],
  };
}
