import { elementText } from "../../access/aws-refusal.ts";
import type { CredentialSource } from "../../access/credentials.ts";
import type { TargetGroup, TargetHealth } from "../../codedeploy/target-health/target-health.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import type { Askable, Attempts, Service } from "../service.ts";
import type { SignedAsker } from "../signed-fetch.ts";
import { askForm, elementsIn, membersOf } from "../signed-form.ts";

const SERVICE = "elasticloadbalancing";
const VERSION = "2015-12-01";

interface GroupsInput {
  region: string;
  /** The names of target groups, at most 20. */
  names: readonly string[];
}

interface HealthInput {
  region: string;
  targetGroupArn: string;
}

/** Every operation of Elastic Load Balancing that the app asks; see `Elb`. */
const operations = {
  /**
   * Target groups by their names; AWS refuses the request where one of them does not exist.
   *
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html
   */
  describeTargetGroups: {
    kind: "read" as const,
    async ask(
      asker: SignedAsker,
      { region, names }: GroupsInput,
      signal: AbortSignal,
    ): Promise<TargetGroup[]> {
      const parameters = Object.fromEntries(names.map((name, index) => [`Names.member.${index + 1}`, name]));
      const action = "DescribeTargetGroups";
      const xml = await askForm(
        asker,
        { service: SERVICE, region, version: VERSION, action, parameters },
        signal,
      );
      return membersOf(xml, "TargetGroups").flatMap((member) => {
        const name = elementText(member, "TargetGroupName");
        const arn = elementText(member, "TargetGroupArn");
        return name === undefined || arn === undefined ? [] : [{ name, arn }];
      });
    },
  },
  /**
   * How the targets of a group are now.
   *
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html
   */
  describeTargetHealth: {
    kind: "read" as const,
    async ask(
      asker: SignedAsker,
      { region, targetGroupArn }: HealthInput,
      signal: AbortSignal,
    ): Promise<TargetHealth[]> {
      const action = "DescribeTargetHealth";
      const parameters = { TargetGroupArn: targetGroupArn };
      const xml = await askForm(
        asker,
        { service: SERVICE, region, version: VERSION, action, parameters },
        signal,
      );
      return membersOf(xml, "TargetHealthDescriptions").map((member) => {
        const [target = ""] = elementsIn(member, "Target");
        const [health = ""] = elementsIn(member, "TargetHealth");
        return {
          targetId: elementText(target, "Id"),
          state: elementText(health, "State"),
          reason: elementText(health, "Reason"),
          description: elementText(health, "Description"),
        };
      });
    },
  },
};

/** Elastic Load Balancing as the rest of the app sees it: a method for each line of the table of operations. */
export interface Elb extends Service<typeof operations> {}

/** Attempts at these operations, each signed by hand. */
export function elbAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  const table: Askable<typeof operations, SignedAsker> = operations;
  return {
    kindOf: (name) => table[name].kind,
    attempt: (name, input, signal) =>
      table[name].ask({ endpoint: endpointFor(config, SERVICE, input.region), credentials }, input, signal),
  };
}

const NO_SUCH_GROUP = ["TargetGroupNotFound", "TargetGroupNotFoundException", "ValidationError"];

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 */
export const permissions = (): NeededPermission<{ elb: Elb }>[] =>
  neededPermissions<typeof operations, { elb: Elb }>(
    SERVICE,
    {
      describeTargetGroups: {
        role: "reader",
        resource: "none",
        without: "no health of the targets behind a load balancer",
        allowed: NO_SUCH_GROUP,
        trial: ({ region }) => ({ region, names: ["deploywatch"] }),
      },
      describeTargetHealth: {
        role: "reader",
        resource: "none",
        without: "no health of the targets behind a load balancer",
        allowed: NO_SUCH_GROUP,
        trial: ({ region }) => ({
          region,
          targetGroupArn: `arn:aws:elasticloadbalancing:${region}:000000000000:targetgroup/deploywatch/0000000000000000`,
        }),
      },
    },
    ({ elb }) => elb,
  );
