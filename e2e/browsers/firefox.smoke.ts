import type { Page } from "@playwright/test";
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

function handsOf(page: Page): Hands {
  return {
    visit: async (address) => {
      await page.goto(address);
    },
    click: ({ role, name }) => page.getByRole(role, { name }).first().click(),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    see: (expression) => page.evaluate(expression),
    read: async ({ role, name }) => {
      const part = page.getByRole(role, { name }).first();
      return (await part.count()) === 0 ? "" : part.innerText();
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
  };
}
