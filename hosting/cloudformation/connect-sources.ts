import { Aws, Fn } from "aws-cdk-lib";
import { awsServices } from "../../src/aws-names/services.ts";
import { keysOf } from "../../src/values/look-up.ts";
import type { Parameters } from "./parameters.ts";
import { regionsOf } from "./parameters.ts";
import type { SignIn } from "./sign-in.ts";

/** The origins that the app sends requests to, in the order and the form of the app's own list of them. */
export function connectSources(parameters: Parameters, { tokenOrigins }: SignIn): string {
  // CloudFormation wants a literal between the parts, so no AWS::URLSuffix: there is no Cognito user pool in China.
  const services = keysOf(awsServices).map((service) => {
    const { host, regions: where } = awsServices[service];
    const region =
      where === "deployments"
        ? Fn.join(`.amazonaws.com https://${host}.`, regionsOf(parameters))
        : Aws.REGION;
    return `https://${host}.${region}.amazonaws.com`;
  });
  return [...services, tokenOrigins].join(" ");
}
