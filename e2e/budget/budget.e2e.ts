import { sizesOf, total } from "../../tools/bench/file-size.ts";
import { addressOf, expectToStandOn, fetchedPaths } from "../../tools/bench/visit.ts";
import { expect } from "../fixtures.ts";
import { waitLonger } from "../sign-in/new-tab.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import { beginRenders, endRenders, noteRenders } from "../renders.ts";
import { test } from "../rig-test.ts";

/** Bytes after gzip, of everything that is fetched until the page stands, guest access included. */
const MAX_JS = 134_370;
const MAX_CSS = 8_650;

/** Long enough for each clock, also one that tells minutes, to show another text. */
const WATCHED_SECONDS = 61;

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

test("a new tab beside another takes three round trips in a row: the page, the configuration, GetDeployment", async ({
  page,
  context,
  rig,
  open,
}) => {
  await open(await rig.emulator.start("ec2-failing", { moment: "failed" }));
  await expect(page.getByRole("region", { name: "Raw" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const [servedBefore, askedBefore] = [rig.dist.requests.length, (await rig.emulator.requests()).length];
  const deployment = await rig.emulator.start("ec2-failing", { moment: "failed" });
  const tab = await context.newPage();
  await waitLonger(tab);
  await tab.goto(addressOf(rig, deployment));
  await expect(tab.getByRole("region", { name: "Status" })).toContainText("Failed");
  // Each of these waits for the one before; what the page loads beside the configuration is in the browser's cache.
  const [document, ...beside] = rig.dist.requests.slice(servedBefore);
  expect(document).toBe(new URL(tab.url()).pathname);
  expect(beside).toContain("/config.json");
  expect(beside.filter((path) => path.startsWith("/assets/"))).toEqual([]);
  const asked = (await rig.emulator.requests()).slice(askedBefore);
  expect(asked[0]?.operation).toBe("GetDeployment");
  expect(asked[0]?.method, "the browser remembers the preflight").toBe("POST");
});

test("browsers ask for leave (CORS) once for each kind of request, not for every poll", async ({
  page,
  time,
  open,
  rig,
}) => {
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment);
  await time.runUntilVisible(page.getByRole("region", { name: "Raw" }), 10);
  await time.run(1);
  const before = (await rig.emulator.requests()).length;
  await time.run(NEXT_POLL);
  const since = (await rig.emulator.requests()).slice(before);
  expect(since.map(({ operation }) => operation)).toContain("GetDeployment");
  expect(since.filter(({ method }) => method === "OPTIONS")).toEqual([]);
});

test("GetDeployment is sent while React is still on its way", async ({ page, rig, open }) => {
  const deployment = await rig.emulator.start("ec2-failing", { moment: "failed" });
  const release = rig.dist.hold((path) => path.startsWith("/assets/react-"));
  const opened = open(deployment);
  await expect
    .poll(async () => (await deployment.requests()).map(({ operation }) => operation))
    .toContain("GetDeployment");
  await expect(page.getByRole("main")).toContainText("Loading the deployment…");
  release();
  await opened;
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
});

for (const { name, path, chunk, questions, shown } of [
  {
    name: "a group",
    path: "us-east-1/applications/shop/prod",
    chunk: "/assets/GroupPage-",
    questions: ["BatchGetDeployments", "BatchGetDeployments", "GetDeploymentGroup", "ListDeployments"],
    shown: "Deployments, newest first",
  },
  {
    name: "an application",
    path: "us-east-1/applications/shop",
    chunk: "/assets/ApplicationPage-",
    questions: ["BatchGetDeploymentGroups", "ListDeploymentGroups"],
    shown: "Deployment groups by name",
  },
  {
    name: "a comparison",
    path: "us-east-1/compare/d-EARLIER01/d-LATER0001",
    chunk: "/assets/ComparePage-",
    questions: [
      "BatchGetDeploymentTargets",
      "BatchGetDeploymentTargets",
      "BatchGetDeployments",
      "ListDeploymentTargets",
      "ListDeploymentTargets",
    ],
    shown: "The two deployments",
  },
]) {
  test(`all that the page of ${name} shows first is asked for while the page itself is on its way`, async ({
    page,
    rig,
  }) => {
    await rig.emulator.start("ec2-succeeded", {
      applicationName: "shop",
      deploymentGroupName: "prod",
      deploymentId: "d-EARLIER01",
      moment: "done",
      history: 60,
    });
    await rig.emulator.start("ec2-succeeded", { deploymentId: "d-LATER0001", moment: "done" });
    const release = rig.dist.hold((file) => file.startsWith(chunk));
    await page.goto(`${rig.origin}/${path}`);
    await expect
      .poll(async () => {
        const asked = (await rig.emulator.requests()).filter(({ method }) => method === "POST");
        return asked
          .flatMap(({ operation = "" }) => (/Deployment/.test(operation) ? operation : []))
          .toSorted();
      })
      .toEqual(questions);
    const list = page.getByLabel(shown, { exact: true });
    await expect(list).toHaveCount(0);
    release();
    await expect(list.locator("li, td").first()).toBeVisible();
    const requests = await rig.emulator.requests();
    expect(
      requests
        .filter(({ operation = "" }) => questions.includes(operation))
        .filter(({ method }) => method === "POST"),
    ).toHaveLength(questions.length);
  });
}

test("seconds and polls that bring nothing new render the clocks and nothing else, and one that does renders", async ({
  page,
  time,
  open,
  rig,
}) => {
  await noteRenders(page);
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "firstInstance" });
  await open(deployment);
  await time.runUntilVisible(page.getByRole("region", { name: "Raw" }), 10);
  await time.run(10);

  await beginRenders(page);
  const since = time.now;
  await time.run(WATCHED_SECONDS);
  const unchanged = await endRenders(page);
  expect(unchanged.others).toEqual([]);
  expect(unchanged.clocks).toBeGreaterThan(0);
  expect(time.asked(since, "GetDeployment").length).toBeGreaterThan(2);
  // One for each second that begins, and none for a poll, not even of a clock.
  expect(unchanged.commits).toBeGreaterThanOrEqual(WATCHED_SECONDS);
  expect(unchanged.commits).toBeLessThanOrEqual(WATCHED_SECONDS + 1);

  await beginRenders(page);
  await deployment.moveTo("halfway");
  await time.run(10);
  expect((await endRenders(page)).others.length).toBeGreaterThan(0);
});
