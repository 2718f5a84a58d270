import type { Stack } from "aws-cdk-lib";
import { Aws } from "aws-cdk-lib";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { securityHeaders } from "../security-headers.ts";

/**
 * The headers of every answer.
 *
 * @param connectSources the origins for `connect-src`, as one text
 * @param preconnectLink the header `Link`
 */
export function addResponseHeaders(stack: Stack, connectSources: string, preconnectLink: string): void {
  const {
    "Content-Security-Policy": policy = "",
    "Strict-Transport-Security": _,
    "X-Content-Type-Options": __,
    "X-Frame-Options": ___,
    "Referrer-Policy": ____,
    ...others
  } = securityHeaders([connectSources], "https");
  new cloudfront.CfnResponseHeadersPolicy(stack, "ResponseHeaders", {
    responseHeadersPolicyConfig: {
      name: `${Aws.STACK_NAME}-${Aws.REGION}`,
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: "DENY", override: true },
        referrerPolicy: { referrerPolicy: "no-referrer", override: true },
        strictTransportSecurity: {
          accessControlMaxAgeSec: 63_072_000,
          includeSubdomains: true,
          override: true,
        },
      },
      customHeadersConfig: {
        items: [
          ...Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
          // A page and its configuration are asked for anew each time; assets get their own word (KeepForEver).
          { header: "Link", value: preconnectLink, override: true },
          { header: "Cache-Control", value: "no-cache", override: true },
        ],
      },
    },
  });
}
