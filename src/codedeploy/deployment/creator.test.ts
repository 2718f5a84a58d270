import { describe, expect, test } from "vitest";
import { creatorWords, relatedDeployments, stackName } from "./creator.ts";

describe("who started a deployment", () => {
  test.each([
    ["user", "person"],
    ["autoscaling", "launched"],
    ["autoscalingTermination", "terminating"],
    ["codeDeployRollback", "roll back another deployment"],
    ["CodeDeploy", "CodeDeploy itself"],
    ["CodeDeployAutoUpdate", "older revision"],
    ["CloudFormation", "for a change to a stack"],
    ["CloudFormationRollback", "roll back a change to a stack"],
  ])("is said in words for %s, however AWS writes it", (creator, words) => {
    expect(creatorWords(creator)).toContain(words);
    expect(creatorWords(creator.toUpperCase())).toBe(creatorWords(creator));
  });

  test("is said for the spelling of the user guide", () => {
    expect(creatorWords("autoScaling")).toBe(creatorWords("autoscaling"));
  });

  test.each(["Pipeline", "__proto__", "constructor"])(
    "is shown as AWS wrote it when unknown: %s",
    (creator) => {
      expect(creatorWords(creator)).toBe(creator);
    },
  );

  test.each([undefined, ""])("is nothing when AWS does not say: %j", (creator) => {
    expect(creatorWords(creator)).toBeUndefined();
  });
});

describe("deployments that belong together", () => {
  test("are linked from the automatic update to its root", () => {
    const deployment = { relatedDeployments: { autoUpdateOutdatedInstancesRootDeploymentId: "d-ROOT" } };
    expect(relatedDeployments(deployment)).toEqual({ rootId: "d-ROOT", updateIds: [] });
  });

  test("are linked from the root to its automatic updates", () => {
    const deployment = {
      relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: ["d-1", "", "d-2"] },
    };
    expect(relatedDeployments(deployment)).toEqual({ rootId: undefined, updateIds: ["d-1", "d-2"] });
  });

  test.each([
    {},
    { relatedDeployments: {} },
    {
      relatedDeployments: {
        autoUpdateOutdatedInstancesRootDeploymentId: "",
        autoUpdateOutdatedInstancesDeploymentIds: [],
      },
    },
  ])("are not mentioned when there are none: %j", (deployment) => {
    expect(relatedDeployments(deployment)).toBeUndefined();
  });
});

test("a stack is called by its name, not by its ARN", () => {
  expect(stackName("arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-prod/6b5f3a10-1c2d")).toBe(
    "shop-prod",
  );
});

test.each([
  "",
  "shop-prod",
  "arn:aws:cloudformation:eu-west-1:111122223333:changeSet/shop/1",
  "arn:aws:ecs:eu-west-1:111122223333:stack/shop/1",
])("an external id that is no stack has no stack name: %j", (externalId) => {
  expect(stackName(externalId)).toBeUndefined();
});
