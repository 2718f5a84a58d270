import { expect } from "../fixtures.ts";
import { expectToBeLetIn, expectToSignInByItself, letIn, newTab, statusOf } from "./new-tab.ts";
import { ADA, BO, signInAs, storedNames, test } from "./sign-in-site.ts";

// A new tab of a browser in which somebody has signed in already: another tab lets it in, or it signs in by itself.

test("a new tab is let in by another, and signs in by itself where it must not or cannot be", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);

  await test.step("a new tab is let in: its first request is GetDeployment, and it has no tokens", async () => {
    const tab = await letIn(context, site, await emulator.start("ec2-rolling", { moment: "halfway" }));
    await expectToBeLetIn(tab, site);
    await expect(tab.page.getByRole("button", { name: ADA.username })).toBeVisible();
    await tab.page.close();
  });

  await test.step("a new tab whose browser has no channels signs in by itself", async () => {
    const tab = await newTab(context, site, deployment, (one) =>
      one.addInitScript(() => Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined })),
    );
    await expectToSignInByItself(tab);
    await tab.page.close();
  });

  await test.step("a wall signs in by itself: it must not depend on another tab", async () => {
    const wall = await context.newPage();
    await wall.goto(`${page.url()}?view=wall`);
    await expect(wall.getByText("In progress").first()).toBeVisible();
    expect(await storedNames(wall)).not.toEqual([]);
    await wall.close();
  });

  await test.step("a new tab with another configuration signs in by itself", async () => {
    await signInSite.setSignIn({ scopes: ["openid"] });
    const tab = await newTab(context, site, deployment);
    await expectToSignInByItself(tab);
    await tab.page.close();
    await signInSite.setSignIn({});
  });

  await test.step("a new tab is let in by a tab on the home page, which has asked AWS for nothing yet", async () => {
    await page.goto(site.origin);
    await expect(page.getByRole("heading", { name: "Watch a deployment" })).toBeVisible();
    const tab = await letIn(context, site, await emulator.start("ec2-rolling", { moment: "halfway" }));
    await expectToBeLetIn(tab, site);
  });
});

test("a new tab belongs to whoever signed in last, and to nobody else", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  const link = page.url();
  await page.goto("about:blank");
  await context.clearCookies();
  const ofBo = await newTab(context, site, deployment);
  await signInAs(ofBo.page, BO);
  await expect(statusOf(ofBo.page)).toContainText("In progress");
  // Ada's tab is back, with the sign-in that it has kept.
  await page.goto(link);
  await expect(statusOf(page)).toContainText("In progress");
  await expect(page.getByRole("button", { name: ADA.username })).toBeVisible();

  await ofBo.page.close();
  const after = await newTab(context, site, deployment);
  await expectToSignInByItself(after);
  await expect(after.page.getByRole("button", { name: BO.username })).toBeVisible();
});

test("a new tab beside one that the browser has frozen signs in by itself, and one is let in again once that has woken", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
}) => {
  await page.addInitScript(mayBeFrozen);
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  await page.evaluate(() => dispatchEvent(new Event("test:freeze")));
  const tab = await newTab(context, site, deployment);
  await expectToSignInByItself(tab);
  await tab.page.close();
  await page.evaluate(() => dispatchEvent(new Event("test:wake")));
  await expectToBeLetIn(await letIn(context, site, deployment), site);
});

test("another page of the origin that answers with nonsense lets nobody in, and disturbs nothing", async ({
  page,
  context,
  emulator,
  site,
  openSignedIn,
  signInSite: { clientId },
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await openSignedIn(deployment);
  const other = await context.newPage();
  await other.goto(`${site.origin}/config.json`);
  await page.close();
  const { authority } = await emulator.signIn();
  await other.evaluate((name) => {
    const line = new BroadcastChannel(`${name} ${localStorage.getItem("deploywatch.tabs")}`);
    const send = line.postMessage.bind(line);
    const held = { credentials: { accessKeyId: { toString: "x" } }, refreshAtMs: 1e15, uselessAtMs: 1e15 };
    line.addEventListener("message", ({ data }) => {
      for (const reply of ["x", [], { held, user: { sub: "1", name: "<b>" } }])
        send({ version: 1, to: data.ask, reply });
    });
  }, `deploywatch access ${authority} ${clientId}`);
  await expectToSignInByItself(await newTab(context, site, deployment));
});

/** Lets a page be frozen and woken, as browsers do with tabs that nobody looks at: what it is told waits meanwhile. */
function mayBeFrozen(): void {
  const waiting: (() => void)[] = [];
  let isFrozen = false;
  addEventListener("test:freeze", () => {
    isFrozen = true;
  });
  addEventListener("test:wake", () => {
    isFrozen = false;
    for (const tell of waiting.splice(0)) tell();
  });
  const value = class extends BroadcastChannel {
    override addEventListener(
      type: string,
      listener: EventListener,
      options?: boolean | AddEventListenerOptions,
    ): void {
      const told = (event: Event) => {
        if (isFrozen) waiting.push(() => listener(event));
        else listener(event);
      };
      super.addEventListener(type, told, options);
    }
  };
  Object.defineProperty(globalThis, "BroadcastChannel", { value });
}
