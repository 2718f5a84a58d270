import { expectAccessible } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { operationOf } from "../operation-of.ts";
import { card, shows } from "../page-parts.ts";
import { test } from "../rig-test.ts";

// The server of these tests holds back or refuses what comes after index.html.

const REF = { region: "us-east-1", deploymentId: "d-74D35AS7C" };

/** All but those that are there for the first paint. */
const isScriptOfApp = (path: string) => /^\/assets\/(?!first-paint-).*\.js$/.test(path);

for (const { withheld, isHeld } of [
  { withheld: "config.json", isHeld: (path: string) => path === "/config.json" },
  { withheld: "every script of the app", isHeld: isScriptOfApp },
  { withheld: "react-query", isHeld: (path: string) => path.startsWith("/assets/queries-") },
]) {
  test(`the frame with the id stands there while ${withheld} is withheld, before AWS is asked for the deployment`, async ({
    page,
    rig,
  }) => {
    const deployment = await rig.emulator.start("ec2-failing", { moment: "failed" });
    await rig.emulator.fault({ match: {}, effect: { kind: "hold" } });
    const release = rig.dist.hold(isHeld);
    await page.goto(`${rig.origin}/us-east-1/${deployment.deploymentId}`, { waitUntil: "commit" });
    const main = page.getByRole("main");
    await expect(main.getByText(deployment.deploymentId)).toBeVisible();
    await expect(main.getByText("us-east-1")).toBeVisible();
    await expect(page.getByRole("link", { name: "Deploywatch" })).toBeVisible();
    await expect(main).toContainText("Loading the deployment…");
    await expect(page.getByText("could not be started")).toBeHidden();
    expect(await deployment.requests()).toEqual([]);
    // What is laid out is painted a frame later.
    await expect.poll(() => page.evaluate(hasPainted)).toBe(true);
    release();
    await rig.emulator.clearFaults({});
    await expect(card(page, "Status")).toContainText("Failed");
  });
}

/** Runs in the page. */
const hasPainted = () => performance.getEntriesByName("first-contentful-paint").length > 0;

test("React takes the frame over while the deployment is on its way", async ({ page, rig }) => {
  await rig.emulator.fault({ match: { operation: "GetDeployment" }, effect: { kind: "hold" } });
  await page.goto(`${rig.origin}/us-east-1/d-74D35AS7C`, { waitUntil: "commit" });
  // What only React can do: until it does, the button of index.html stands there.
  await expect(async () => {
    await page.getByRole("button", { name: "Copy deployment id" }).click();
    await expect(page.getByRole("button", { name: /^Copied|^Could not copy/ })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
  await expectAccessible(page);
});

test("a new browser asks Cognito before it asks for React and the page, which would keep the answer waiting on a slow line, but waits no longer than three seconds", async ({
  page,
  rig,
  time,
}) => {
  const { deploymentId } = await rig.emulator.start("ec2-failing", { moment: "failed" });
  await rig.emulator.fault({ match: { operation: "GetId" }, effect: { kind: "hold" } });
  time.leaveUnanswered("GetId");
  const asked: string[] = [];
  page.on("request", (request) => {
    const [, chunk] = /\/assets\/(react|page)-.*\.js$/.exec(request.url()) ?? [];
    const name = chunk ?? operationOf(request);
    if (name !== undefined && request.method() !== "OPTIONS") asked.push(name);
  });
  await page.goto(`${rig.origin}/us-east-1/${deploymentId}`);
  await expect.poll(() => asked).toEqual(["GetId", "page"]);
  await time.run(2);
  expect(asked).toEqual(["GetId", "page"]);
  await time.run(2);
  expect(asked).toEqual(["GetId", "page", "react"]);
  await rig.emulator.clearFaults({});
  time.awaitAnswers("GetId");
  await time.runUntilVisible(shows(card(page, "Status"), "Failed"), 5);
});

test("the first paint of what is not a deployment is not that of one", async ({ page, rig }) => {
  const release = rig.dist.hold(isScriptOfApp);
  for (const { page: kind, address } of [
    { page: "home", address: "/" },
    { page: "wall", address: "/us-east-1/d-A,d-B" },
    { page: "page for an id that can be none", address: "/us-east-1/not%20an%20id" },
    { page: "return from the sign-in", address: "/signed-in?code=1&state=2" },
  ]) {
    await test.step(`the first paint of the ${kind} is not that of a deployment`, async () => {
      await page.goto(rig.origin + address, { waitUntil: "commit" });
      await expect(page.locator("#root")).toContainText(
        kind === "wall" ? "Loading the wall…" : "Deploywatch",
      );
      await expect(page.locator("#root")).not.toContainText("Loading the deployment…");
      await expect(page.getByText("could not be started")).toBeHidden();
    });
  }
  release();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a sentence says that it is needed, and nothing pretends to load", async ({ page, open }) => {
    await open(REF);
    await expect(page.getByText("It needs JavaScript")).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(0);
  });
});

test.describe("where files do not come", () => {
  test.use({ expectsFailedRequests: true });

  for (const { what, isRefused } of [
    { what: "the app's first script", isRefused: (path: string) => path.startsWith("/assets/index-") },
    { what: "every script", isRefused: (path: string) => path.endsWith(".js") },
    { what: "React", isRefused: (path: string) => path.startsWith("/assets/react-") },
    { what: "our queries", isRefused: (path: string) => path.startsWith("/assets/queries-") },
  ]) {
    test(`a sentence says that the app could not be started: ${what}`, async ({ page, rig, open }) => {
      rig.dist.refuse(isRefused);
      await open(REF);
      await expect(page.getByText("Deploywatch could not be started.").first()).toBeVisible();
      await expect(page.getByText("Loading the deployment…")).toHaveCount(0);
    });
  }

  test("a sentence says it also where the app's script fails before anything is painted", async ({
    page,
    rig,
  }) => {
    rig.dist.refuse((path) => path.startsWith("/assets/index-") && path.endsWith(".js"));
    const release = rig.dist.hold((path) => path.endsWith(".css"));
    const failed = page.waitForResponse((response) => /\/assets\/index-.*\.js$/.test(response.url()));
    await page.goto(`${rig.origin}/us-east-1/d-74D35AS7C`, { waitUntil: "commit" });
    await failed;
    release();
    await expect(page.getByText("Deploywatch could not be started.").first()).toBeVisible();
    await expect(page.getByText("Loading the deployment…")).toHaveCount(0);
  });
});
