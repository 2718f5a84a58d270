import { expectAccessible } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card, expectHonestText, openViewMenu, shownId } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";

test("the time zone is part of the address, so a link and a reload show the same", async ({
  page,
  emulator,
  open,
}) => {
  await open(await emulator.start("ec2-succeeded", { moment: "done" }));
  const created = card(page, "Status").getByRole("time").first();
  await expect(created).toBeVisible();
  const local = await created.getAttribute("title");
  await (await openViewMenu(page)).getByRole("button", { name: "UTC" }).click();
  await expect(page).toHaveURL(/\?tz=utc$/);
  await expect(created).toHaveAttribute("title", /UTC/);
  expect(await created.getAttribute("title")).not.toBe(local);
  await page.reload();
  await expect(created).toHaveAttribute("title", /UTC/);
});

test("back and forward go between the pages that were seen", async ({ page, emulator, site, open }) => {
  const failed = await emulator.start("ec2-failing", { moment: "failed" });
  await page.goto(site.origin);
  await open(failed);
  const rollback = failed.related["rollback"] ?? "";
  await card(page, "Why it failed").getByRole("link", { name: rollback }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/${rollback}$`));
  await expect(shownId(page)).toContainText(rollback);
  await page.goBack();
  await expect(card(page, "Status")).toContainText("Failed");
  await expect(shownId(page)).toContainText(failed.deploymentId);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
  await page.goForward();
  await expect(shownId(page)).toContainText(failed.deploymentId);
});

test.describe("what is no page", () => {
  // The host answers it with the app and 404, which the browser reports.
  test.use({ expectsFailedRequests: true });

  test("an address that is no page says so, and leads home", async ({ page, site }) => {
    for (const [what, path] of [
      ["another page", "/deployments"],
      ["three parts", "/us-east-1/d-1/x"],
      ["a Region and an empty id", "/us-east-1/"],
    ] as const) {
      await test.step(`an address with ${what} is no page, and leads home`, async () => {
        await page.goto(site.origin + path);
        await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
        await expectAccessible(page);
        await page.getByRole("main").getByRole("link").first().click();
        await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
      });
    }
  });
});

const NO_IDS = {
  markup: "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  "a null character": "d-%00",
  emoji: "d-%F0%9F%9A%80",
  "300 characters": `d-${"A".repeat(300)}`,
  "text that runs from right to left": "d-%E2%80%AE123",
  "an address of its own": "d-ABC%3Fendpoint%3Dhttps%3A%2F%2Fevil.example",
};

test(`an id with ${Object.keys(NO_IDS).join(", ")} is refused without asking AWS`, async ({
  page,
  emulator,
  site,
}) => {
  for (const [what, id] of Object.entries(NO_IDS)) {
    await test.step(what, async () => {
      await page.goto(`${site.origin}/us-east-1/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not a deployment id");
      await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
      await expectHonestText(page);
    });
  }
  expect(await emulator.requests({ origin: site.origin })).toEqual([]);
});

test.describe("an address that leads nowhere", () => {
  // The host answers with 404 where no Region comes first, which the browser reports.
  test.use({ expectsFailedRequests: true });

  test("runs nothing, stays on the site and asks nothing", async ({ page, emulator, site }) => {
    for (const [what, path, status] of [
      ["a step upwards", "/us-east-1/..%2f..%2fetc", 200],
      ["names of JavaScript's own", "/__proto__/constructor", 404],
      ["a script for a Region", "/javascript:alert(1)/d-74D35AS7C", 404],
      ["a host of its own", "//evil.example/d-74D35AS7C", 404],
    ] as const) {
      await test.step(what, async () => {
        const response = await page.goto(site.origin + path);
        expect(response?.status()).toBe(status);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          /^(There is no such page|This is not a deployment id|This is not an AWS Region)$/,
        );
        await expect(page.getByRole("link", { name: "Find another deployment" })).toHaveAttribute(
          "href",
          "/",
        );
        expect(new URL(page.url()).origin).toBe(site.origin);
        await expectHonestText(page);
      });
    }
    expect(await emulator.requests({ origin: site.origin })).toEqual([]);
  });
});

test.describe("ids that AWS has the last word on", () => {
  test.use({ expectsFailedRequests: true });

  test("are asked for as they stand, once, and AWS's answer is the page", async ({
    page,
    emulator,
    site,
    time,
  }) => {
    for (const id of ["d-", "d-abcdefghi", "d-74d35as7c", "74D35AS7C"]) {
      await test.step(id, async () => {
        await page.goto(`${site.origin}/us-east-1/${id}`);
        await time.runUntilVisible(
          page.getByRole("heading", { name: /^(No such deployment here|This is not a deployment id)$/ }),
          2,
        );
        await expect(page.getByRole("main")).toContainText(id);
        await expectHonestText(page);
        const answeredAt = time.now;
        await time.run(60, COARSE_MS);
        const requests = await emulator.requests({ origin: site.origin, operation: "GetDeployment" });
        const asked = requests.flatMap(({ method, deploymentId }) =>
          method === "POST" ? [deploymentId] : [],
        );
        expect(asked.filter((one) => one === id)).toHaveLength(1);
        expect(asked.at(-1)).toBe(id);
        expect(time.asked(answeredAt)).toEqual([]);
      });
    }
  });
});

test("a parameter is read as the first of its name, whatever else an address has, and the page stands", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "done" });
  for (const [what, query, isUtc] of [
    ["twice", "?tz=utc&tz=local", true],
    ["twice, the other way round", "?tz=local&tz=utc", false],
    ["as a list", "?tz[]=utc", false],
    ["among others that mean nothing", "?status=Failed&status=Ready&layout=x&target=&event=y&tz=utc", true],
  ] as const) {
    await test.step(what, async () => {
      await open(deployment, query);
      await expect(card(page, "Status")).toContainText("Succeeded");
      const created = card(page, "Status").getByRole("time").first();
      await expect(created).toHaveAttribute("title", isUtc ? /UTC/ : /^(?!.*UTC)/);
      await expectHonestText(page);
    });
  }
});

test("the time zone goes along to other pages, and is no step of its own for back", async ({
  page,
  emulator,
  site,
  open,
}) => {
  await page.goto(site.origin);
  await open(await emulator.start("ec2-succeeded", { moment: "done" }));
  await (await openViewMenu(page)).getByRole("button", { name: "UTC" }).click();
  await expect(page).toHaveURL(/\?tz=utc$/);
  await page.getByRole("link", { name: "Deploywatch" }).click();
  await expect(page).toHaveURL(`${site.origin}/?tz=utc`);
  await page.goBack();
  await expect(card(page, "Status")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`${site.origin}/`);
});

test("an address with spaces around it, as mail programs make them, still leads there", async ({
  page,
  emulator,
  site,
}) => {
  const { deploymentId } = await emulator.start("ec2-succeeded", { moment: "done" });
  await page.goto(`${site.origin}/us-east-1/${deploymentId}%20/`);
  await expect(card(page, "Status")).toContainText("Succeeded");
});
