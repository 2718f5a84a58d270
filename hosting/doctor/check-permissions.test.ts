import { afterEach, expect, test, vi } from "vitest";
import type { CredentialsRequest } from "../../emulator/control/access-routes.ts";
import { demoConfig } from "../../emulator/demo/demo-config.ts";
import type { Join } from "../../src/aws-names/services.ts";
import { JOINS } from "../../src/aws-names/services.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { permissions as permissionsOfCodeDeploy } from "../../src/aws/codedeploy/permissions.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import { checkPermissions } from "./check-permissions.ts";
import { report } from "./finding.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
/** How many permissions are tried where people only look and no join is on. */
const TRIED = permissionsOfCodeDeploy().filter(
  ({ role, joins }) => role === "reader" && joins.length === 0,
).length;

afterEach(() => vi.unstubAllEnvs());

test("every action is tried with the credentials of the environment, and a refusal comes with its policy", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  await takeCredentials({});
  expect(await permissions(ref)).toContain(`\n${TRIED} work, 0 missing, 0 not looked at`);

  const lists = ["codedeploy:List*", "codedeploy:BatchGetDeployments", "codedeploy:BatchGetDeploymentGroups"];
  await takeCredentials({ allow: ["codedeploy:GetDeployment", "codedeploy:GetDeploymentGroup", ...lists] });
  const text = await permissions(ref);
  expect(text).toContain("✓ codedeploy:GetDeployment");
  expect(text).toContain("✗ codedeploy:GetDeploymentConfig is refused: no planned traffic shifts");
  expect(text).toContain('"Action": "codedeploy:BatchGetDeploymentTargets"');
  expect(text).toContain(`\n${TRIED - 2} work, 2 missing, 0 not looked at`);
});

test("no policy to copy is given where another one denies the action explicitly", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  await takeCredentials({ deny: ["codedeploy:GetDeploymentConfig"] });
  const text = await permissions(ref);
  expect(text).toContain("✗ codedeploy:GetDeploymentConfig is refused: no planned traffic shifts");
  expect(text).toContain("A policy denies it explicitly");
  expect(text).not.toContain('"Action"');
});

test("a deployment that does not exist is told from a missing permission", async () => {
  await takeCredentials({});
  const text = await permissions({ region: "us-east-1", deploymentId: "d-NOWHERE01" });
  expect(text).toContain("✗ codedeploy:GetDeployment could not be tried: No such deployment here");
  expect(text).toContain("– codedeploy:ListDeployments");
  expect(text).toContain(` 1 missing, ${TRIED - 1} not looked at`);
});

test("what needs an answer that is refused is not looked at; the rest is", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  await takeCredentials({ deny: ["codedeploy:GetDeployment"] });
  const text = await permissions(ref);
  expect(text).toContain("✗ codedeploy:GetDeployment is refused: nothing can be shown");
  expect(text).toContain("✓ codedeploy:BatchGetDeploymentTargets");
  expect(text).toMatch(/– codedeploy:ListDeployments\n +→ GetDeployment must work first/);
  expect(text).toContain(`\n4 work, 1 missing, ${TRIED - 5} not looked at`);
});

test("credentials that have expired prove nothing about permissions", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  await takeCredentials({ expiresInMs: -1 });
  const text = await permissions(ref);
  expect(text).toContain(
    "✗ codedeploy:GetDeployment could not be tried: AWS does not accept the credentials",
  );
  expect(text).toContain("ExpiredTokenException");
  expect(text).not.toContain("✓ codedeploy:");
  expect(text).toContain(` 1 missing, ${TRIED - 1} not looked at`);
});

test("throttling proves nothing about permissions", async () => {
  const { region, deploymentId } = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  await emulator.control.fault({
    match: { deploymentId, operation: "ListDeploymentTargets" },
    effect: { kind: "error", type: "ThrottlingException", message: "Rate exceeded" },
  });
  await takeCredentials({});
  const text = await permissions({ region, deploymentId });
  expect(text).toContain("✓ codedeploy:GetDeployment");
  expect(text).toContain(
    "✗ codedeploy:ListDeploymentTargets could not be tried: AWS asks for fewer requests",
  );
  expect(text).toContain(`\n2 work, 1 missing, ${TRIED - 3} not looked at`);
});

test("an endpoint that nobody reaches is said to be so, once", async () => {
  await takeCredentials({});
  const text = await permissions({ region: "us-east-1", deploymentId: "d-74D35AS7C" }, "http://127.0.0.1:9");
  expect(text).toContain("✗ codedeploy:GetDeployment could not be tried: AWS cannot be reached");
  expect(text).toMatch(/→ Check the connection and the VPN\. \(.*ECONNREFUSED.*\)/);
  expect(text).toContain(`\n0 work, 1 missing, ${TRIED - 1} not looked at`);
});

test("a deployment that has not started yet proves that its targets may be read", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "created" });
  await takeCredentials({});
  const text = await permissions(ref);
  expect(text).toMatch(/✓ codedeploy:ListDeploymentTargets$/m);
  expect(text).toContain("✓ codedeploy:BatchGetDeploymentTargets (DeploymentNotStartedException)");
  expect(text).toMatch(/ 0 missing, 0 not looked at$/m);
});

test("what a join asks is tried as well, where config.json lists it", async () => {
  const ref = await emulator.control.start("ecs-linear", { moment: "shifting" });
  await takeCredentials({ deny: ["ecs:ListTasks", "cloudwatch:DescribeAlarms"] });
  const text = await permissions(ref, emulator.url, JOINS);
  expect(text).toContain("✓ codedeploy:GetDeploymentGroup");
  expect(text).toContain("✓ ecs:DescribeServices");
  expect(text).toContain("✗ ecs:ListTasks is refused: no reasons why new tasks stop");
  expect(text).toContain("✗ cloudwatch:DescribeAlarms is refused: no states of alarms");
  expect(text).toMatch(/ 2 missing, 0 not looked at$/m);
});

test("actions are tried on nobody's deployment, where config.json lets people act", async () => {
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway" });
  const allow = ["Get*", "BatchGet*", "List*", "StopDeployment", "CreateDeployment"];
  await takeCredentials({ allow: allow.map((action) => `codedeploy:${action}`) });
  const text = await actingPermissions(ref);
  expect(text).toContain("✓ codedeploy:StopDeployment (DeploymentDoesNotExistException)");
  expect(text).toContain("✗ codedeploy:ContinueDeployment is refused: no rerouting of traffic");
  expect(text).toContain('"Action": "codedeploy:ContinueDeployment"');
  expect(text).toMatch(/ 1 missing, 0 not looked at$/m);
  const after = await emulator.control.requests({ deploymentId: ref.deploymentId });
  expect(after.filter(({ operation }) => operation?.startsWith("Stop"))).toEqual([]);
  expect(await permissions(ref)).not.toContain("StopDeployment");
});

test("should the id of nobody's deployment be somebody's, nothing is tried on it", async () => {
  const deploymentId = "d-000000000";
  const ref = await emulator.control.start("ec2-rolling", { moment: "halfway", deploymentId });
  await takeCredentials({ allow: ["codedeploy:*"] });
  const text = await actingPermissions(ref);
  expect(text).toContain("– codedeploy:StopDeployment");
  expect(text).toContain("There is a deployment d-000000000, on which nothing is tried.");
  expect(emulator.state.deployments.get(deploymentId)?.actions).toEqual([]);
  await ref.remove();
});

function permissions(ref: DeploymentRef, endpoint = emulator.url, joins: readonly Join[] = []) {
  return permissionsFor({ ...demoConfig(endpoint, []), joins }, ref);
}

/** On a site where people sign in and may act. */
function actingPermissions(ref: DeploymentRef) {
  return permissionsFor(
    { ...demoConfig(emulator.url, [], emulator.state.userPool), joins: [], actions: true },
    ref,
  );
}

async function permissionsFor(config: object, ref: DeploymentRef): Promise<string> {
  const result = parseConfig(JSON.stringify(config));
  if (!("config" in result)) throw new Error(JSON.stringify(result.fault));
  return report([{ title: "Permissions", findings: await checkPermissions(result.config, ref) }]);
}

async function takeCredentials(request: CredentialsRequest): Promise<void> {
  const issued = await emulator.control.credentials(request);
  vi.stubEnv("AWS_ACCESS_KEY_ID", issued.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", issued.secretAccessKey);
  vi.stubEnv("AWS_SESSION_TOKEN", issued.sessionToken);
}
