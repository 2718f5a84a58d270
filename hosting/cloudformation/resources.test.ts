import { expect, test } from "vitest";
import { evaluateTemplate } from "./evaluate-template.ts";
import { schemaProblems } from "./resource-schema.ts";
import { SITUATIONS } from "./situations.ts";

test.each(Object.entries(SITUATIONS))(
  "every property of every resource is as AWS describes it: %s",
  (_, given) => {
    const { resources } = evaluateTemplate(given);
    const problems = Object.values(resources).flatMap(({ type, properties }) =>
      schemaProblems(type, properties),
    );
    expect(problems).toEqual([]);
  },
);

test.each([
  ["AWS::Cognito::UserPoolClient", { UserPoolId: "x", CallbackUrls: [] }, "CallbackUrls does not exist"],
  ["AWS::Cognito::UserPoolClient", {}, "UserPoolId is required"],
  ["AWS::Cognito::UserPoolClient", { UserPoolId: "x", IdTokenValidity: "60" }, "must be an integer"],
  ["AWS::Cognito::IdentityPool", { AllowUnauthenticatedIdentities: "no" }, "must be true or false"],
  ["AWS::S3::Bukkit", {}, "is no resource type"],
])("a mistake in %s is found", (type, properties, problem) => {
  expect(schemaProblems(type, properties).join("\n")).toContain(problem);
});

test("a user pool is created only where nobody names one", () => {
  expect(typesFor(SITUATIONS["a user pool of its own"])).toContain("AWS::Cognito::UserPool");
  expect(typesFor(SITUATIONS["an existing user pool"])).not.toContain("AWS::Cognito::UserPool");
  expect(typesFor(SITUATIONS["another issuer"])).not.toContain("AWS::Cognito::UserPool");
});

function typesFor(given: Readonly<Record<string, string>>): string[] {
  return Object.values(evaluateTemplate(given).resources).map(({ type }) => type);
}
