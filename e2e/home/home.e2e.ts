import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

const box = (page: Page) => page.getByRole("textbox", { name: /^Deployment id/ });

/** What the page makes of the text in the box. The list of applications has a status of its own. */
const feedback = (page: Page) => page.locator("form").getByRole("status");

/** Goes to the home page as somebody who has looked at nothing yet: the Region of what was looked at last is preselected. */
async function goHomeAsStranger(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  // As another tab does that forgets everything.
  await page.evaluate(() => {
    localStorage.clear();
    dispatchEvent(new StorageEvent("storage"));
  });
  await expect(card(page, "Recent deployments")).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Region" })).toHaveValue("us-east-1");
  await expect(box(page)).toHaveValue("");
}

/** Leaves the home page and comes back, inside the app: nothing is in the box, and nothing is said of it. */
async function comeBackHome(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.pushState(Math.random(), "", "/nowhere");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(box(page)).toHaveValue("");
  await expect(box(page)).not.toHaveAttribute("aria-invalid", "true");
}

/** The forms in which people paste a deployment in eu-west-1, which is not the preselected Region. */
const PASTED: Readonly<Record<string, (id: string) => string>> = {
  "the console's address": (id) =>
    `https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${id}?region=eu-west-1`,
  "the console's older address": (id) =>
    `https://console.aws.amazon.com/codesuite/codedeploy/deployments/${id}?region=eu-west-1`,
  "an AWS CLI command": (id) => `aws deploy get-deployment --deployment-id ${id} --region eu-west-1`,
  "an EventBridge event": (id) =>
    JSON.stringify({
      "detail-type": "CodeDeploy Deployment State-change Notification",
      region: "eu-west-1",
      detail: { deploymentId: id },
    }),
  "an SNS notification": (id) =>
    JSON.stringify({
      Type: "Notification",
      Message: JSON.stringify({ region: "eu-west-1", deploymentId: id, status: "FAILED" }),
    }),
};

test("deployments that were looked at are kept with their status, until they are removed, one or all", async ({
  page,
  emulator,
  site,
  open,
  goOn,
}) => {
  const first = await emulator.start("ec2-succeeded", { moment: "done" });
  const second = await emulator.start("ec2-failing", { moment: "failed" });
  for (const [go, deployment, word] of [
    [open, first, "Succeeded"],
    [goOn, second, "Failed"],
  ] as const) {
    await go(deployment);
    await expect(card(page, "Status")).toContainText(word);
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
  }

  await test.step("one is removed", async () => {
    await page.getByRole("link", { name: "Deploywatch" }).click();
    const recent = page.getByRole("region", { name: "Recent deployments" });
    await expect(recent.getByRole("listitem")).toHaveCount(2);
    await expect(recent.getByRole("listitem").first()).toContainText("Failed");
    await expectAccessible(page);
    await recent.getByRole("listitem").filter({ hasText: first.deploymentId }).getByRole("button").click();
    await expect(recent.getByRole("listitem")).toHaveCount(1);
    await page.reload();
    await expect(recent.getByRole("listitem")).toHaveCount(1);
    await recent.getByRole("link").first().click();
    await expect(page).toHaveURL(`${site.origin}/${second.region}/${second.deploymentId}`);
  });

  await test.step("all recent deployments can be forgotten at once", async () => {
    await goOn(first);
    await expect(page.getByRole("button", { name: "Tell me when it ends" })).toBeVisible();
    await page.goto(site.origin);
    await expect(card(page, "Recent deployments").getByRole("listitem")).toHaveCount(2);
    await page.getByRole("button", { name: "Forget all" }).click();
    await expect(page.getByRole("main")).toBeFocused();
    await page.reload();
    await expect(box(page)).toBeVisible();
    await expect(card(page, "Recent deployments")).toHaveCount(0);
  });
});

test("an installation may offer deployments to look at, one sentence each", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  const description = "What a success looks like.";
  await emulator.setConfig(site.host, {
    body: { ...site.config, examples: [{ region, deploymentId, description }] },
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(site.origin);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: description }).click();
  await expect(card(page, "Status")).toContainText("Succeeded");
});

test("what people paste opens its deployment, in its Region", async ({ page, emulator, site }) => {
  await page.goto(site.origin);
  for (const [what, text] of Object.entries(PASTED)) {
    await test.step(`${what} opens its deployment, in its Region`, async () => {
      const { deploymentId } = await emulator.start("ec2-succeeded", { moment: "done", region: "eu-west-1" });
      await goHomeAsStranger(page);
      await box(page).fill(text(deploymentId));
      await expect(page.getByRole("main")).toContainText(deploymentId);
      await page.getByRole("button", { name: "Open deployment" }).click();
      await expect(page).toHaveURL(`${site.origin}/eu-west-1/${deploymentId}`);
      await expect(card(page, "Status")).toContainText("Succeeded");
    });
  }

  await test.step("an id alone opens in the Region that is chosen", async () => {
    const { deploymentId } = await emulator.start("ec2-succeeded", { moment: "done", region: "eu-west-1" });
    await goHomeAsStranger(page);
    await page.getByRole("combobox", { name: "Region" }).selectOption("eu-west-1");
    await box(page).fill(`  ${deploymentId} `);
    await box(page).press("Enter");
    await expect(page).toHaveURL(`${site.origin}/eu-west-1/${deploymentId}`);
  });

  await test.step("each of several deployments opens in its own Region", async () => {
    const first = await emulator.start("ec2-succeeded", { moment: "done", region: "us-east-1" });
    const second = await emulator.start("ec2-failing", { moment: "failed", region: "eu-west-1" });
    await goHomeAsStranger(page);
    await box(page).fill(
      [first, second]
        .map(
          (one) =>
            `aws deploy get-deployment --deployment-id ${one.deploymentId} --region ${one.region} | jq .`,
        )
        .join("\n"),
    );
    const links = feedback(page).getByRole("link");
    await expect(links).toHaveText([first.deploymentId, second.deploymentId]);
    await expectAccessible(page);
    await links.last().click();
    await expect(page).toHaveURL(`${site.origin}/eu-west-1/${second.deploymentId}`);
    await expect(card(page, "Status")).toContainText("Failed");
  });

  await test.step("a deployment opens beside one in a Region that this site does not show", async () => {
    const { deploymentId } = await emulator.start("ec2-succeeded", { moment: "done", region: "eu-west-1" });
    await goHomeAsStranger(page);
    await box(page).fill(`d-AAAAAAAA1 (sa-east-1) and ${deploymentId} (eu-west-1)`);
    await expect(feedback(page)).toContainText("This site does not show sa-east-1: d-AAAAAAAA1");
    await box(page).press("Enter");
    await expect(page).toHaveURL(`${site.origin}/eu-west-1/${deploymentId}`);
  });
});

test("what is typed is answered at once with what would do", async ({ page, site }) => {
  await page.goto(site.origin);
  for (const [what, text] of [
    ["nothing", ""],
    ["a sentence", "the deployment of this morning"],
    ["an address of something else", "https://example.com/hello"],
    ["broken JSON", '{"deploymentId": '],
  ] as const) {
    await test.step(`${what} is answered with what would do, and opens no page`, async () => {
      await comeBackHome(page);
      await box(page).fill(text);
      await box(page).press("Enter");
      await expect(box(page)).toHaveAttribute("aria-invalid", "true");
      await expect(page).toHaveURL(`${site.origin}/`);
      await expect(box(page)).toHaveValue(text);
    });
  }

  await test.step("a Region that this site does not show is named", async () => {
    await comeBackHome(page);
    await box(page).fill("aws deploy get-deployment --deployment-id d-74D35AS7C --region sa-east-1");
    await expect(page.getByRole("main")).toContainText("sa-east-1");
    await box(page).press("Enter");
    await expect(box(page)).toHaveAttribute("aria-invalid", "true");
  });

  await test.step("a text with several ids gives a choice", async () => {
    await comeBackHome(page);
    await box(page).fill("d-AAAAAAAA1 failed, d-BBBBBBBB2 rolled it back");
    await expect(feedback(page).getByRole("link")).toHaveText(["d-AAAAAAAA1", "d-BBBBBBBB2"]);
  });

  await test.step("a notification of a rollback opens the deployment that it is about, and names the other", async () => {
    await comeBackHome(page);
    await box(page).fill(
      JSON.stringify({
        region: "eu-west-1",
        deploymentId: "d-AAAAAAAA1",
        rollbackInformation: JSON.stringify({ RollbackDeploymentId: "d-BBBBBBBB2" }),
      }),
    );
    await expect(feedback(page)).toContainText(
      "Deployment d-AAAAAAAA1 in eu-west-1. Press Enter to open it. It was rolled back by d-BBBBBBBB2",
    );
  });

  await test.step("of thousands of ids the first are offered, and the others counted", async () => {
    const ids = Array.from({ length: 5_000 }, (_, place) => `d-MANY0${String(place).padStart(4, "0")}`);
    await comeBackHome(page);
    await box(page).fill(ids.join(" "));
    await expect(feedback(page)).toContainText("and 4,980 more");
    await expect(feedback(page).getByRole("link")).toHaveCount(20);
  });
});

test("the demo, as it starts, offers deployments that move", async ({ page }, { config }) => {
  await page.goto(`http://127.0.0.1:${config.metadata["port"]}/`);
  await page.getByRole("link", { name: /six instances behind a load balancer/ }).click();
  await expect(card(page, "Status")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("checkout-api");
});
