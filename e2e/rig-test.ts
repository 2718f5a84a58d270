import type { Rig } from "../tools/bench/rig.ts";
import { startRig } from "../tools/bench/rig.ts";
import { addressOf } from "../tools/bench/visit.ts";
import { endPages } from "./end-pages.ts";
import { test as base } from "./fixtures.ts";

/** With the build on a server of the test's own, which knows what was asked for and can hold files back. */
export const test = base.extend<{ rig: Rig }>({
  rig: async ({ context }, use) => {
    const rig = await startRig();
    await use(rig);
    await endPages(context);
    await rig.close();
  },
  open: async ({ page, rig }, use) => {
    await use(async (deployment) => {
      await page.goto(addressOf(rig, deployment));
    });
  },
});
