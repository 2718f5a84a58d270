import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { test } from "../rig-test.ts";
import type { Hands } from "./hands.ts";
import { journey } from "./journey.ts";

test("Firefox: what people do with the page, once through", async ({ page, emulator, site }) => {
  await journey(handsOf(page), { emulator, site });
  await test.step("config.json is asked for once: what was preloaded is taken", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.origin);
    await expect(page.getByRole("textbox")).toBeVisible();
    // WebKitGTK takes nothing that was preloaded for a fetch, whatever the headers and modes.
    expect(asked.filter((path) => path === "/config.json")).toHaveLength(1);
  });
});

/** The file of a part that the page asks for late. */
const isPart = (path: string) => path.startsWith("/assets/details-");

test("Firefox: who goes on while a part of the page is loading is not brought back, and told of no fault", async ({
  page,
  rig,
  open,
}) => {
  const deployment = await rig.emulator.start("ec2-failing", { moment: "failed" });
  const asked = (isIt: (path: string) => boolean) => rig.dist.requests.filter(isIt).length;
  const release = rig.dist.hold((path) => isPart(path) || path === "/next");
  await open(deployment);
  await expect.poll(() => asked(isPart)).toBe(1);
  const lost = page.waitForEvent("requestfailed", (request) => isPart(new URL(request.url()).pathname));
  await page.evaluate(() => location.assign("/next"));
  await lost;
  // What the page asks for because of that goes before this.
  await page.evaluate(async () => (await fetch("/config.json")).text());
  const ofPage = asked((path) => path.endsWith(deployment.deploymentId));
  expect(ofPage, "neither loaded anew nor asked whether it is there").toBe(1);
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/could not be/);
  release();
  await expect(page).toHaveURL(/\/next$/);
});

function handsOf(page: Page): Hands {
  return {
    visit: async (address) => {
      await page.goto(address);
    },
    click: ({ role, name }) => page.getByRole(role, { name }).first().click(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    see: <Value>(expression: string) =>
      unlessLeaving<Value | undefined>(undefined, () => page.evaluate<Value>(expression)),
    read: ({ role, name }) =>
      unlessLeaving("", async () => {
        const part = page.getByRole(role, { name }).first();
        return (await part.count()) === 0 ? "" : part.innerText();
      }),
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}

/** What is asked of a document that is being left, for instance for the sign-in pages, has no answer: it is asked again. */
async function unlessLeaving<T>(nothing: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (String(cause).includes("Execution context was destroyed")) return nothing;
    throw cause;
  }
}
