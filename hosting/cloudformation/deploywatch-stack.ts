import type { IStackSynthesizer } from "aws-cdk-lib";
import { App, BootstraplessSynthesizer, CfnOutput, Stack } from "aws-cdk-lib";
import { SIGNED_IN } from "../app-routes.ts";
import { acknowledgeFindings } from "./acknowledged.ts";
import { configJson } from "./config-json.ts";
import { connectSources, preconnectLink } from "./connect-sources.ts";
import { addConditions, addParameters } from "./parameters.ts";
import { addResponseHeaders } from "./response-headers.ts";
import { addRoles } from "./roles.ts";
import { addRules } from "./rules.ts";
import { addSignIn } from "./sign-in.ts";
import { addWebsite } from "./website.ts";

/**
 * All that a company needs to run Deploywatch: the website, sign-in, and roles that read. The template needs no
 * bootstrapped account and no assets, so that it can be deployed as it is.
 */
export function createStack(app = new App({ analyticsReporting: false })): Stack {
  const stack = new Stack(app, "Deploywatch", {
    description: "Deploywatch: watch AWS CodeDeploy deployments live in the browser.",
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package is not written for exactOptionalPropertyTypes
    synthesizer: new BootstraplessSynthesizer() as IStackSynthesizer,
  });
  const parameters = addParameters(stack);
  const conditions = addConditions(stack, parameters);
  addRules(stack, parameters);
  const website = addWebsite(stack, parameters, conditions);
  const signIn = addSignIn(stack, parameters, conditions, website.origin);
  addRoles(stack, parameters, conditions, signIn);
  addResponseHeaders(
    stack,
    connectSources(parameters, conditions, signIn),
    preconnectLink(parameters, signIn),
  );
  const output = (id: string, description: string, value: string) =>
    new CfnOutput(stack, id, { description, value });
  output("Url", "Where people open Deploywatch.", website.origin);
  output("BucketName", "Where the files of the build go.", website.bucket.ref);
  output("DistributionId", "The CloudFront distribution.", website.distribution.ref);
  output(
    "DistributionDomainName",
    "What a domain name of your own points to (CNAME).",
    website.distribution.attrDomainName,
  );
  output("CallbackUrl", "Register this with an app client of your own.", `${website.origin}/${SIGNED_IN}`);
  output("SignOutUrl", "And this, as sign-out address.", `${website.origin}/`);
  output(
    "ConfigJson",
    "The config.json that goes beside index.html.",
    configJson(parameters, conditions, signIn),
  );
  output("UserPoolInUse", "The user pool of the people who may sign in.", signIn.userPoolId);
  acknowledgeFindings(stack);
  return stack;
}
