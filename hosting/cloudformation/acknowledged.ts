import type { Stack } from "aws-cdk-lib";
import { Validations } from "aws-cdk-lib";
import { ACTING, actionsOf, otherResources, readable } from "./permissions.ts";
import { ROLE_IDS } from "./roles.ts";

const HAS_DEFAULT = "The empty default is used only where a condition leaves this out.";

/** Each role of the template, with what it may. */
const ROLES: readonly (readonly [role: string, may: readonly (typeof readable)[number][]])[] = [
  ["ReaderRole", readable],
  ...ACTING.map((role) => [ROLE_IDS[role], [...readable, ...actionsOf(role)]] as const),
];

/** The rules that the template leaves unkept, each with its reason. */
const ACKNOWLEDGED: readonly (readonly [resource: string | undefined, rule: string, reason: string])[] = [
  [
    "Bucket",
    "AwsSolutions::AwsSolutions-S1",
    "It holds the public files of an open-source build, read by CloudFront alone.",
  ],
  [
    "Distribution",
    "AwsSolutions::AwsSolutions-CFR1",
    "Engineers travel; who may see anything is decided by signing in.",
  ],
  [
    "Distribution",
    "AwsSolutions::AwsSolutions-CFR2",
    "Static files without a back end: a firewall has nothing to keep away.",
  ],
  [
    "Distribution",
    "AwsSolutions::AwsSolutions-CFR3",
    "A log would hold deployment ids and addresses of people. Add one where that is wanted.",
  ],
  [
    "Distribution",
    "AwsSolutions::AwsSolutions-CFR4",
    "TLS 1.2 is asked for with a domain name of one's own; CloudFront's own certificate offers no choice.",
  ],
  [
    "Distribution",
    "CloudFormation-Validate::F3014",
    "Each side of the condition names exactly one certificate; the check does not look inside.",
  ],
  ["IdentityPool", "CloudFormation-Validate::W1030", HAS_DEFAULT],
  [undefined, "CloudFormation-Validate::W1030", HAS_DEFAULT],
  [
    undefined,
    "CloudFormation-Validate::W1001",
    "Each such reference stands inside a condition that implies its target's.",
  ],
  ["UserPool", "AwsSolutions::AwsSolutions-COG2", "Offered to everybody and left to the company to require."],
  [
    "UserPool",
    "AwsSolutions::AwsSolutions-COG8",
    "The Plus plan costs per user; switch it on where its threat protection is wanted.",
  ],
  ...ROLES.map(([role]): [string, string, string] => [
    role,
    "AwsSolutions::AwsSolutions-IAM5[Resource::*]",
    "AWS lists no resource type for these actions; they are narrowed to the Regions.",
  ]),
  ...ROLES.flatMap(([role, may]) =>
    otherResources(may).map(({ service, resource }): [string, string, string] => [
      role,
      `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:${service}:*:<AWS::AccountId>:${resource}]`,
      "Deployments name which of these they use; the names are not known beforehand.",
    ]),
  ),
];

/** Tells cdk-nag and CloudFormation's own checks which findings are meant to be. */
export function acknowledgeFindings(stack: Stack): void {
  for (const [resource, id, reason] of ACKNOWLEDGED) {
    Validations.of(resource === undefined ? stack : stack.node.findChild(resource)).acknowledge({
      id,
      reason,
    });
  }
}
