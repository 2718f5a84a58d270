import { expect, test as base } from "@playwright/test";
import { countCommits, stopClock, watch } from "../bench/commits.ts";
import { sizesOf, total } from "../bench/file-size.ts";
import type { Rig } from "../bench/rig.ts";
import { startRig } from "../bench/rig.ts";
import { addressOf, expectToStandOn, fetchedPaths } from "../bench/visit.ts";
import type { DeploymentHandle } from "../emulator/control-client.ts";
import { noteRenders } from "./renders.ts";

/** Bytes after gzip, of everything that is fetched until the page stands, guest access included. */
const MAX_JS = 175_000;
const MAX_CSS = 12_000;

/** The build on a server of the test's own, which knows what was asked for and can hold files back. */
const test = base.extend<{ rig: Rig; open: (deployment: DeploymentHandle) => Promise<void> }>({
  rig: async ({}, use) => {
    const rig = await startRig();
    await use(rig);
    await rig.close();
  },
  open: async ({ page, rig }, use) => {
    await use(async (deployment) => {
      await page.goto(addressOf(rig, deployment));
    });
  },
});

for (const { scenario, moment } of [
  { scenario: "ec2-failing", moment: "failed" },
  { scenario: "ec2-rolling", moment: "halfway" },
]) {
  test(`the page of a deployment, ${scenario}, stands within the byte budget`, async ({ browser, rig }) => {
    const deployment = await rig.emulator.start(scenario, { moment });
    const { first } = await fetchedPaths(browser, rig, deployment);
    await expectToStandOn(browser, rig, deployment, first);
    const files = sizesOf(first);
    expect(total(files, ".js").gzip).toBeGreaterThan(0);
    expect(total(files, ".js").gzip).toBeLessThanOrEqual(MAX_JS);
    expect(total(files, ".css").gzip).toBeLessThanOrEqual(MAX_CSS);
  });
}

test("the status costs four requests to AWS, two preflights, and one for the configuration", async ({
  page,
  rig,
  open,
}) => {
  await open(await rig.emulator.start("ec2-failing", { moment: "failed" }));
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
  const requests = await rig.emulator.requests();
  const names = requests.map(({ method, operation }) => (method === "POST" ? operation : method));
  expect(names.slice(0, names.indexOf("GetDeployment") + 1)).toEqual([
    "OPTIONS",
    "GetId",
    "GetOpenIdToken",
    "AssumeRoleWithWebIdentity",
    "OPTIONS",
    "GetDeployment",
  ]);
  expect(rig.dist.requests.filter((path) => path === "/config.json")).toHaveLength(1);
  expect(new Set(rig.dist.requests).size, "no file is fetched twice").toBe(rig.dist.requests.length);
});

test("browsers ask for leave (CORS) once for each kind of request, not for every poll", async ({
  page,
  rig,
  open,
}) => {
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "halfway" });
  await page.clock.install();
  await open(deployment);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await stopClock(page);
  const before = (await rig.emulator.requests()).length;
  await page.clock.runFor(7_000);
  await expect
    .poll(async () => (await rig.emulator.requests()).slice(before).map(({ operation }) => operation))
    .toContain("GetDeployment");
  const since = (await rig.emulator.requests()).slice(before);
  expect(since.filter(({ method }) => method === "OPTIONS")).toEqual([]);
});

test("GetDeployment is sent while React is still on its way", async ({ page, rig, open }) => {
  const deployment = await rig.emulator.start("ec2-failing", { moment: "failed" });
  const release = rig.dist.hold((path) => path.startsWith("/assets/react-"));
  const opened = open(deployment);
  await expect
    .poll(async () => (await deployment.requests()).map(({ operation }) => operation))
    .toContain("GetDeployment");
  await expect(page.locator("#root")).toBeEmpty();
  release();
  await opened;
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
});

test("a poll that brings nothing new renders nothing, and one that does renders", async ({
  page,
  rig,
  open,
}) => {
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "firstInstance" });
  await countCommits(page);
  await open(deployment);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await stopClock(page);
  const unchanged = await watch(page, deployment, 30);
  expect(unchanged.polls).toBeGreaterThan(2);
  expect(unchanged.rendersBesidesClocks).toBe(0);
  await deployment.moveTo("halfway");
  const changed = await watch(page, deployment, 30);
  expect(changed.rendersBesidesClocks).toBeGreaterThan(0);
});

test("the seconds that pass render the clocks and nothing else", async ({ page, rig, open }) => {
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "halfway" });
  await page.clock.install();
  await noteRenders(page);
  await open(deployment);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
  await stopClock(page);
  await page.evaluate(() => Object.assign(window.rendered, { clocks: 0, others: [] }));
  await page.clock.runFor(20_000);
  const { clocks, others } = await page.evaluate(() => window.rendered);
  expect(others).toEqual([]);
  expect(clocks).toBeGreaterThanOrEqual(20);
});
