import { Aws, Fn } from "aws-cdk-lib";
import type { Parameters } from "./parameters.ts";
import type { SignIn } from "./sign-in.ts";

/** The origins that the app sends requests to, in the order and the form of the app's own list of them. */
export function connectSources({ regions }: Parameters, { tokenOrigins }: SignIn): string {
  // CloudFormation wants a literal between the parts, so no AWS::URLSuffix: there is no Cognito user pool in China.
  const hosts = Fn.join(".amazonaws.com https://codedeploy.", regions.valueAsList);
  return `https://codedeploy.${hosts}.amazonaws.com https://cognito-identity.${Aws.REGION}.amazonaws.com https://sts.${Aws.REGION}.amazonaws.com ${tokenOrigins}`;
}
