import { beforeEach, describe, expect, test } from "vitest";
import { emulatorForTests } from "../testing/test-emulator.ts";
import type { TestLocals } from "../testing/test-local.ts";
import { localsForTests } from "../testing/test-local.ts";

const emulator = emulatorForTests();
const locals = localsForTests(emulator);
let local: TestLocals["local"];
let operating: TestLocals["operating"];
let deploymentId: TestLocals["deploymentId"];
let reached: TestLocals["reached"];
let expectRefused: TestLocals["expectRefused"];

beforeEach(() => {
  ({ local, operating, deploymentId, reached, expectRefused } = locals());
});

describe("what is not on the list is not forwarded", () => {
  test.each([
    "StopDeployment",
    "ContinueDeployment",
    "CreateDeployment",
    "DeleteApplication",
    "DeleteDeploymentGroup",
    "UpdateDeploymentGroup",
    "getDeployment",
    "GetDeployment StopDeployment",
    "",
    "constructor",
    "__proto__",
    "GetDeployment.DeleteApplication",
  ])("%j", async (operation) => {
    await expectRefused(
      () => local.ask(operation, { input: { deploymentId, autoRollbackEnabled: false } }),
      403,
    );
  });

  test("also with --operate, which adds what the page does and nothing else", async () => {
    const names = ["DeleteApplication", "DeleteDeploymentGroup", "SkipWaitTimeForInstanceTermination"];
    for (const name of names)
      await expectRefused(() => operating.ask(name, { input: { deploymentId } }), 403);
    const stopped = await emulator.control.start("ec2-rolling", { atMs: 40_000 });
    const input = { deploymentId: stopped.deploymentId, autoRollbackEnabled: false };
    expect(await operating.ask("StopDeployment", { input })).toMatchObject({ status: 200 });
  });

  test.each([
    "/aws/sts/us-east-1/",
    "/aws/iam/us-east-1/",
    "/aws/s3/us-east-1/",
    "/aws/cognito-identity/us-east-1/",
    "/aws/codedeploy.attacker.example/us-east-1/",
    "/aws/codedeploy/us-west-2/",
    "/aws/codedeploy/us-east-1",
    "/aws/codedeploy/us-east-1//",
    "/aws/codedeploy/us-east-1/../../sts/us-east-1/",
    "/aws/codedeploy/us-east-1%2f/",
    "/aws/codedeploy/attacker.example/",
    "/aws/codedeploy/us-east-1@attacker.example/",
    "/aws//us-east-1/",
    "/aws/",
    "/aws/__proto__/us-east-1/",
  ])("asked at %s", async (path) => {
    await expectRefused(() => local.ask("GetDeployment", { path, input: { deploymentId } }), 403);
  });

  test.each([
    [
      "a form beside a target",
      { "content-type": "application/x-www-form-urlencoded" },
      "Action=DeleteApplication",
    ],
    ["a form in place of JSON", {}, "Action=DeleteApplication&Version=2014-10-06"],
    [
      "two actions",
      { "content-type": "application/x-www-form-urlencoded", "x-amz-target": undefined },
      "Action=DescribeTargetHealth&Action=DeleteLoadBalancer",
    ],
    ["CBOR", { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }, "{}"],
    [
      "two targets",
      { "x-amz-target": ["CodeDeploy_20141006.GetDeployment", "CodeDeploy_20141006.StopDeployment"] },
      "{}",
    ],
  ])("hidden in %s", async (_, headers, body) => {
    const before = await reached();
    const { status } = await local.ask("GetDeployment", { headers, body });
    expect([400, 403]).toContain(status);
    expect(await reached()).toBe(before);
  });

  test.each([
    "/aws/lambda/us-east-1/2015-03-31/functions/other",
    "/aws/lambda/us-east-1/2015-03-31/functions/other/configuration/",
    "/aws/lambda/us-east-1/2015-03-31/functions/../configuration",
    "/aws/lambda/us-east-1/2015-03-31/functions/%2e%2e/configuration",
    "/aws/lambda/us-east-1/2015-03-31/functions/a%2F..%2F..%2Fb/configuration",
    "/aws/lambda/us-east-1/2015-03-31/functions/a/invocations?x=/configuration",
    "/aws/codedeploy/us-east-1/2015-03-31/functions/other/configuration",
    "/aws/lambda/us-east-1//attacker.example/2015-03-31/functions/other/configuration",
  ])("a path of REST: %s", async (path) => {
    const headers = { "content-type": undefined, "x-amz-target": undefined };
    await expectRefused(() => local.ask("", { path, headers, body: "" }), 403);
  });

  test("a path of REST with the target or the body of something else", async () => {
    const path = "/aws/lambda/us-east-1/2015-03-31/functions/checkout/configuration";
    await expectRefused(() => local.ask("GetDeployment", { path, body: "" }), 403);
    await expectRefused(
      () => local.ask("", { path, headers: { "x-amz-target": undefined }, body: "{}" }),
      403,
    );
  });

  test("asked by another method", async () => {
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH"]) {
      await expectRefused(() => local.ask("GetDeployment", { method, input: { deploymentId } }), 405);
    }
  });

  test("a body that is too long", async () => {
    const body = JSON.stringify({ deploymentId, padding: "x".repeat(256 * 1024) });
    await expectRefused(() => local.ask("GetDeployment", { body }), 413);
  });
});

describe("files", () => {
  test.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/package.json",
    "/assets/../../package.json",
    "/first-paint.js.map",
    "//first-paint.js",
    "/first-paint.js/",
    "/etc/passwd",
    "/.env",
    "/constructor",
  ])("outside of the build are not there: %s", async (path) => {
    const { status, body } = await local.send({ path });
    expect({ status, body }).toEqual({ status: 404, body: "Not found" });
  });

  test("of the build are served, and its page at each of its addresses", async () => {
    for (const path of ["/", "/index.html", "/us-east-1/d-74D35AS7C?tz=utc", "/signed-in"]) {
      expect(await local.send({ path })).toMatchObject({
        status: 200,
        body: expect.stringContaining('id="root"'),
      });
    }
    expect(await local.send({ path: "/first-paint.js" })).toMatchObject({
      status: 200,
      body: "// first paint",
    });
  });
});
