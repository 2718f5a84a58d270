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
