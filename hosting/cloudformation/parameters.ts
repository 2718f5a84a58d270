import type { CfnParameterProps, Stack } from "aws-cdk-lib";
import { Aws, CfnCondition, CfnParameter, Fn } from "aws-cdk-lib";
import type { Join } from "../../src/aws-names/services.ts";
import { TWO_LETTER_REGION } from "../../src/aws-names/partitions.ts";

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
  readonly oidcRevocationEndpoint: CfnParameter;
  readonly oidcEndSessionEndpoint: CfnParameter;
  readonly oidcScopes: CfnParameter;
  /** `true` or `false`. */
  readonly actions: CfnParameter;
  /** `true` or `false`, by join. */
  readonly joins: Readonly<Record<Join, CfnParameter>>;
}

/** Which of the ways to sign in, and whether there is a domain of one's own. */
export interface Conditions {
  readonly createsUserPool: CfnCondition;
  /** Whether there are roles that act: who has one is told by groups of the stack's own user pool. */
  readonly canAct: CfnCondition;
  readonly usesOidc: CfnCondition;
  /** Whether every deployment group of the account may be seen. */
  readonly seesAllGroups: CfnCondition;
  readonly hasDomain: CfnCondition;
  readonly hasRevocation: CfnCondition;
  readonly hasEndSession: CfnCondition;
  readonly joins: Readonly<Record<Join, CfnCondition>>;
}

/**
 * How many Regions fit into the content security policy, each with a host of CodeDeploy, beside hosts of 100 characters
 * for tokens: CloudFront takes a policy of 1,783 characters. A join adds a host a Region: with it, half as many fit, which
 * no rule of a template can count.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
 */
export const MOST_REGIONS = 20;

/** Another partition has other hosts, and no use for credentials of this one: cn-…, us-gov-…, us-iso…, eusc-…. */
const REGION = `(?!cn-)${TWO_LETTER_REGION}`;

/** The Regions that the parameter names, one by one. */
export function regionsOf({ regions }: Parameters): string[] {
  return Fn.split(",", regions.valueAsString);
}

/** An https address, or nothing. What a pattern lets through is safe to stand in JSON and in a policy. */
const ADDRESS = "^(https://[\\w.-]{1,100}(:[0-9]{1,5})?(/[\\w.~/-]*)?)?$";

/** Adds the parameters to a stack. */
export function addParameters(stack: Stack): Parameters {
  const list = (id: string, description: string, allowedPattern: string, rest: CfnParameterProps) =>
    new CfnParameter(stack, id, { type: "CommaDelimitedList", description, allowedPattern, ...rest });
  const optional = (id: string, description: string, allowedPattern: string) =>
    new CfnParameter(stack, id, { type: "String", description, allowedPattern, default: "" });
  const yesOrNo = (id: string, description: string) =>
    new CfnParameter(stack, id, {
      type: "String",
      description,
      allowedPattern: "^(true|false)$",
      default: "false",
    });
  return {
    name: new CfnParameter(stack, "Name", {
      type: "String",
      description: "The name of this installation, shown on its home page.",
      default: "Deploywatch",
      allowedPattern: '^[^"\\\\\\u0000-\\u001f]{1,100}$',
      constraintDescription: "up to 100 characters on one line, no quotation marks and no backslashes",
    }),
    // Not a list: of that, each member has to fit the pattern, and nothing would limit how many there are.
    regions: new CfnParameter(stack, "Regions", {
      type: "String",
      description: "The Regions whose deployments are shown, for example us-east-1,eu-west-1.",
      allowedPattern: `^${REGION}(,${REGION}){0,${MOST_REGIONS - 1}}$`,
      constraintDescription: `names of up to ${MOST_REGIONS} AWS Regions of the partition aws with commas between them, for example us-east-1,eu-west-1`,
    }),
    deploymentGroupArns: list(
      "DeploymentGroupArns",
      "What people who have signed in may see: deployment groups, as arn:aws:codedeploy:REGION:ACCOUNT:deploymentgroup:APPLICATION/GROUP; * stands for anything.",
      "^arn:aws:codedeploy:[a-z0-9*-]+:[0-9*]+:deploymentgroup:.+$",
      { constraintDescription: "ARNs of CodeDeploy deployment groups" },
    ),
    domainName: optional(
      "DomainName",
      "A domain name of your own; needs CertificateArn. Empty: CloudFront's own.",
      "^([a-z0-9-]+(\\.[a-z0-9-]+)+)?$",
    ),
    certificateArn: optional(
      "CertificateArn",
      "An ACM certificate in us-east-1 for DomainName.",
      "^(arn:aws:acm:us-east-1:[0-9]{12}:certificate/[\\w-]+)?$",
    ),
    userPoolId: optional(
      "ExistingUserPoolId",
      "An existing Cognito user pool in this Region. Empty: one is created.",
      `^(${TWO_LETTER_REGION}_[0-9A-Za-z]+)?$`,
    ),
    userPoolClientId: optional(
      "ExistingUserPoolClientId",
      "The existing user pool's app client: no secret, code flow.",
      "^\\w{0,128}$",
    ),
    userPoolDomain: optional(
      "ExistingUserPoolDomain",
      "The existing user pool's sign-in address, for example https://acme.auth.eu-west-1.amazoncognito.com.",
      "^(https://[\\w.-]{1,100})?$",
    ),
    oidcProviderArn: optional(
      "OidcProviderArn",
      "An IAM OIDC identity provider, to sign in with another issuer than Cognito. Empty: Cognito.",
      "^(arn:aws:iam::[0-9]{12}:oidc-provider/[\\w.:/~-]+)?$",
    ),
    oidcIssuer: optional(
      "OidcIssuer",
      "The other issuer's address, as in the iss claim of its ID tokens.",
      ADDRESS,
    ),
    oidcClientId: optional(
      "OidcClientId",
      "The other issuer's client id for this installation.",
      "^[\\w.:@/-]{0,255}$",
    ),
    oidcAuthorizationEndpoint: optional(
      "OidcAuthorizationEndpoint",
      "Where people sign in with the other issuer.",
      ADDRESS,
    ),
    oidcTokenEndpoint: optional(
      "OidcTokenEndpoint",
      "Where the other issuer exchanges codes for tokens.",
      ADDRESS,
    ),
    oidcRevocationEndpoint: optional(
      "OidcRevocationEndpoint",
      "Where the other issuer revokes tokens, if it does.",
      ADDRESS,
    ),
    oidcEndSessionEndpoint: optional(
      "OidcEndSessionEndpoint",
      "Where the other issuer ends a session, if it does.",
      ADDRESS,
    ),
    oidcScopes: list(
      "OidcScopes",
      "What is asked of the other issuer; many want offline_access for refresh tokens.",
      "^[\\w.:/-]{1,200}$",
      { default: "openid,email" },
    ),
    actions: yesOrNo(
      "Actions",
      "Whether members of the user pool's groups operators and deployers may act on deployments from the page.",
    ),
    joins: {
      alarms: yesOrNo("JoinAlarms", "Whether CloudWatch alarms that may stop a deployment are shown."),
      ecs: yesOrNo("JoinEcs", "Whether ECS is asked why new tasks stop, and for the service's events."),
      targetHealth: yesOrNo("JoinTargetHealth", "Whether load balancers are asked how new targets are."),
      revisions: yesOrNo(
        "JoinRevisions",
        "Whether AppSpecs, ECS task definitions and versions of Lambda functions are compared.",
      ),
      autoScaling: yesOrNo(
        "JoinAutoScaling",
        "Whether Auto Scaling is asked why a replacement fleet does not come up.",
      ),
      logs: yesOrNo("JoinLogs", "Whether the last lines of a hook function's log can be asked for."),
    },
  };
}

/** Adds the conditions that follow from the parameters. */
export function addConditions(stack: Stack, parameters: Parameters): Conditions {
  const condition = (id: string, expression: CfnCondition["expression"]) =>
    new CfnCondition(stack, id, { ...(expression && { expression }) });
  const createsPool = [isEmpty(parameters.userPoolId), isEmpty(parameters.oidcProviderArn)];
  return {
    createsUserPool: condition("CreatesUserPool", Fn.conditionAnd(...createsPool)),
    canAct: condition(
      "CanAct",
      Fn.conditionAnd(...createsPool, Fn.conditionEquals(parameters.actions.valueAsString, "true")),
    ),
    seesAllGroups: condition(
      "SeesAllGroups",
      Fn.conditionOr(
        ...[Aws.ACCOUNT_ID, "*"].map((account) =>
          Fn.conditionEquals(
            Fn.join(",", parameters.deploymentGroupArns.valueAsList),
            `arn:aws:codedeploy:*:${account}:deploymentgroup:*`,
          ),
        ),
      ),
    ),
    usesOidc: condition("UsesOidc", Fn.conditionNot(isEmpty(parameters.oidcProviderArn))),
    hasDomain: condition("HasDomain", Fn.conditionNot(isEmpty(parameters.domainName))),
    hasRevocation: condition("HasRevocation", Fn.conditionNot(isEmpty(parameters.oidcRevocationEndpoint))),
    hasEndSession: condition("HasEndSession", Fn.conditionNot(isEmpty(parameters.oidcEndSessionEndpoint))),
    joins: {
      alarms: condition("JoinsAlarms", Fn.conditionEquals(parameters.joins.alarms.valueAsString, "true")),
      ecs: condition("JoinsEcs", Fn.conditionEquals(parameters.joins.ecs.valueAsString, "true")),
      targetHealth: condition(
        "JoinsTargetHealth",
        Fn.conditionEquals(parameters.joins.targetHealth.valueAsString, "true"),
      ),
      revisions: condition(
        "JoinsRevisions",
        Fn.conditionEquals(parameters.joins.revisions.valueAsString, "true"),
      ),
      autoScaling: condition(
        "JoinsAutoScaling",
        Fn.conditionEquals(parameters.joins.autoScaling.valueAsString, "true"),
      ),
      logs: condition("JoinsLogs", Fn.conditionEquals(parameters.joins.logs.valueAsString, "true")),
    },
  };
}

/** Whether nobody gave a parameter a value. */
export function isEmpty({ valueAsString }: CfnParameter) {
  return Fn.conditionEquals(valueAsString, "");
}
