import type { Page, Route } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
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

test("Firefox: who goes on while a part of the page is loading is not brought back, and told of no fault", async ({
  page,
  emulator,
  site,
}) => {
  const { region, deploymentId } = await emulator.start("ec2-failing", { moment: "failed" });
  const asked: string[] = [];
  const letPass: (() => void)[] = [];
  // Held back: a part that the page asks for late, and the page that somebody goes on to.
  const hold = (route: Route) => {
    asked.push(route.request().url());
    letPass.push(() => void route.continue().catch(() => {})); // Firefox ends it when the page is left.
  };
  await page.route(/\/assets\/DeploymentDetails-/, hold);
  page.on("request", (request) => request.method() === "HEAD" && asked.push("whether the page is served"));
  await page.goto(`${site.origin}/${region}/${deploymentId}`);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.route(`${site.origin}/next`, hold);
  await page.evaluate(() => location.assign("/next"));
  await expect.poll(() => asked).toContain(`${site.origin}/next`);
  // Time enough to ask the server whether it is there, as before the page is loaded anew.
  await page.waitForTimeout(1_000);
  expect(asked).not.toContain("whether the page is served");
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/could not be/);
  for (const pass of letPass) pass();
  await expect(page).toHaveURL(`${site.origin}/next`);
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
