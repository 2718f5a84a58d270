/**
 * What the page asks beyond CodeDeploy, each only where config.json lists it under `joins`: without, neither the roles nor
 * the content security policy hold anything of it.
 */
export const JOINS = ["alarms", "ecs", "targetHealth", "revisions", "logs", "autoScaling"] as const;

/** What config.json may list under `joins`. */
export type Join = (typeof JOINS)[number];

interface ServiceNames {
  /** As AWS writes it, for people. */
  readonly name: string;
  /** The first part of its host names. It need not be the IAM prefix: CloudWatch's is `monitoring`. */
  readonly host: string;
  /** In which Regions the app asks it: those of the deployments, or the one of the identity pool. */
  readonly regions: "deployments" | "identity pool";
  /** The joins that ask it. A service without any is always asked. */
  readonly joins?: readonly Join[];
}

/**
 * Every AWS service that the app asks, by its IAM prefix, which stands before the colon of its actions. `connect-src`,
 * preconnects, the roles of the template, the doctor's checks and the words for a refusal derive from this table.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const awsServices = {
  codedeploy: { name: "CodeDeploy", host: "codedeploy", regions: "deployments" },
  cloudwatch: { name: "CloudWatch", host: "monitoring", regions: "deployments", joins: ["alarms"] },
  elasticloadbalancing: {
    name: "Elastic Load Balancing",
    host: "elasticloadbalancing",
    regions: "deployments",
    joins: ["targetHealth"],
  },
  ecs: { name: "Amazon ECS", host: "ecs", regions: "deployments", joins: ["ecs", "revisions"] },
  lambda: { name: "AWS Lambda", host: "lambda", regions: "deployments", joins: ["revisions"] },
  logs: { name: "CloudWatch Logs", host: "logs", regions: "deployments", joins: ["logs"] },
  autoscaling: {
    name: "Amazon EC2 Auto Scaling",
    host: "autoscaling",
    regions: "deployments",
    joins: ["autoScaling"],
  },
  "cognito-identity": { name: "Amazon Cognito", host: "cognito-identity", regions: "identity pool" },
  sts: { name: "AWS STS", host: "sts", regions: "identity pool" },
} as const satisfies Readonly<Record<string, ServiceNames>>;

/** A service by its IAM prefix. */
export type AwsService = keyof typeof awsServices;

/** The joins that ask a service; none for those that are always asked. */
export function joinsOf(service: AwsService): readonly Join[] {
  const { joins = [] }: ServiceNames = awsServices[service];
  return joins;
}
