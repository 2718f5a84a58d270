import { CfnCondition, CfnParameter, Fn, type Stack } from "aws-cdk-lib";

/** What the template asks for. All but the Regions have a default that does. */
export interface Parameters {
  readonly name: CfnParameter;
  readonly regions: CfnParameter;
  readonly deploymentGroupArns: CfnParameter;
  readonly domainName: CfnParameter;
  readonly certificateArn: CfnParameter;
  readonly userPoolId: CfnParameter;
  readonly userPoolClientId: CfnParameter;
  readonly userPoolDomain: CfnParameter;
  readonly oidcProviderArn: CfnParameter;
  readonly oidcIssuer: CfnParameter;
  readonly oidcClientId: CfnParameter;
  readonly oidcAuthorizationEndpoint: CfnParameter;
  readonly oidcTokenEndpoint: CfnParameter;
}

/** Which of the ways to sign in, and whether there is a domain of one's own. */
export interface Conditions {
  readonly createsUserPool: CfnCondition;
  readonly usesOidc: CfnCondition;
  readonly hasDomain: CfnCondition;
}

/** Adds the parameters to a stack. */
export function addParameters(stack: Stack): Parameters {
  const text = (id: string, description: string, rest: object = { default: "" }) =>
    new CfnParameter(stack, id, { type: "String", description, ...rest });
  const list = (id: string, description: string, rest: object = {}) =>
    new CfnParameter(stack, id, { type: "CommaDelimitedList", description, ...rest });
  return {
    name: text("Name", "The name of this installation, shown on its home page.", {
      default: "Deploywatch",
      allowedPattern: '[^"\\\\]{1,100}',
      constraintDescription: "up to 100 characters, no quotation marks and no backslashes",
    }),
    regions: list("Regions", "The Regions whose deployments are shown, for example us-east-1,eu-west-1.", {
      allowedPattern: "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}",
      constraintDescription: "names of AWS Regions, for example eu-west-1",
    }),
    deploymentGroupArns: list(
      "DeploymentGroupArns",
      "What people who have signed in may see: deployment groups, as arn:aws:codedeploy:REGION:ACCOUNT:deploymentgroup:APPLICATION/GROUP; * stands for anything.",
    ),
    domainName: text(
      "DomainName",
      "A domain name of your own; needs CertificateArn. Empty: CloudFront's own.",
    ),
    certificateArn: text("CertificateArn", "An ACM certificate in us-east-1 for DomainName."),
    userPoolId: text(
      "ExistingUserPoolId",
      "An existing Cognito user pool in this Region. Empty: one is created.",
    ),
    userPoolClientId: text(
      "ExistingUserPoolClientId",
      "The existing user pool's app client: no secret, code flow.",
    ),
    userPoolDomain: text(
      "ExistingUserPoolDomain",
      "The existing user pool's sign-in address, for example https://acme.auth.eu-west-1.amazoncognito.com.",
    ),
    oidcProviderArn: text(
      "OidcProviderArn",
      "An IAM OIDC identity provider, to sign in with another issuer than Cognito. Empty: Cognito.",
    ),
    oidcIssuer: text("OidcIssuer", "The other issuer's address, as in the iss claim of its ID tokens."),
    oidcClientId: text("OidcClientId", "The other issuer's client id for this installation."),
    oidcAuthorizationEndpoint: text(
      "OidcAuthorizationEndpoint",
      "Where people sign in with the other issuer.",
    ),
    oidcTokenEndpoint: text("OidcTokenEndpoint", "Where the other issuer exchanges codes for tokens."),
  };
}

/** Adds the conditions that follow from the parameters. */
export function addConditions(stack: Stack, parameters: Parameters): Conditions {
  const condition = (id: string, expression: CfnCondition["expression"]) =>
    new CfnCondition(stack, id, { ...(expression && { expression }) });
  return {
    createsUserPool: condition(
      "CreatesUserPool",
      Fn.conditionAnd(isEmpty(parameters.userPoolId), isEmpty(parameters.oidcProviderArn)),
    ),
    usesOidc: condition("UsesOidc", Fn.conditionNot(isEmpty(parameters.oidcProviderArn))),
    hasDomain: condition("HasDomain", Fn.conditionNot(isEmpty(parameters.domainName))),
  };
}

function isEmpty({ valueAsString }: CfnParameter) {
  return Fn.conditionEquals(valueAsString, "");
}
