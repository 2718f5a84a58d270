import { Aws, Fn } from "aws-cdk-lib";
import { awsServices, joinsOf } from "../../src/aws-names/services.ts";
import { linkTo, PRECONNECTED_REGIONS } from "../preconnect.ts";
import { keysOf } from "../../src/values/look-up.ts";
import { either } from "./either.ts";
import type { Conditions, Parameters } from "./parameters.ts";
import { regionsOf } from "./parameters.ts";
import type { SignIn } from "./sign-in.ts";

/** The origins that the app sends requests to, in the order and the form of the app's own list of them. */
export function connectSources(
  parameters: Parameters,
  conditions: Conditions,
  { tokenOrigins }: SignIn,
): string {
  // CloudFormation wants a literal between the parts, so no AWS::URLSuffix: there is no Cognito user pool in China.
  const services = keysOf(awsServices).map((service) => {
    const { host, regions: where } = awsServices[service];
    const region =
      where === "deployments"
        ? Fn.join(`.amazonaws.com https://${host}.`, regionsOf(parameters))
        : Aws.REGION;
    const origins = `https://${host}.${region}.amazonaws.com `;
    const joins = joinsOf(service);
    return joins.length === 0
      ? origins
      : joins.reduceRight((otherwise, join) => either(conditions.joins[join], origins, otherwise), "");
  });
  return [...services, tokenOrigins].join("");
}

/** The header `Link` with the origins to connect to ahead, as the app's own rule has them; the first Region fills up places that are left. */
export function preconnectLink(parameters: Parameters, { tokenOrigin }: SignIn): string {
  const first = Fn.select(0, regionsOf(parameters));
  const filledUp = Fn.split(
    ",",
    [parameters.regions.valueAsString, ...Array.from({ length: PRECONNECTED_REGIONS - 1 }, () => first)].join(
      ",",
    ),
  );
  const regions = Array.from({ length: PRECONNECTED_REGIONS }, (_, index) => Fn.select(index, filledUp));
  return linkTo([
    `https://${awsServices["cognito-identity"].host}.${Aws.REGION}.amazonaws.com`,
    ...regions.map((region) => `https://${awsServices.codedeploy.host}.${region}.amazonaws.com`),
    tokenOrigin,
  ]);
}
