import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { test } from "../own-emulator.ts";
import { card } from "../page-parts.ts";

// What other services tell comes after all else, and moves nothing.

test.use({ joins: ["alarms", "ecs", "targetHealth"] });

const PAGES = [
  ["ecs-stopped-by-alarm", "firing", "Status", "2 alarms are in alarm now."],
  ["ecs-stopped-by-alarm", "stopped", "Why it stopped", "before the stop"],
  ["lambda-stopped-by-alarm", "stopped", "Why it stopped", "Was in alarm before"],
  ["ecs-image-missing", "stopping", "Happening now", "cannot pull the image: not found"],
  ["ecs-container-exits", "timedOut", "Why it failed", "api exited with code 1"],
  ["ecs-target-group-unused", "stopping", "Happening now", "the target group is on no listener"],
  ["ecs-linear", "shifting", "Happening now", "6 targets: healthy."],
] as const;

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test("nothing jumps", async ({ page, own, open }) => {
      await watchShifts(page);
      for (const [scenario, moment, cardName, words] of PAGES) {
        await test.step(`${scenario}, ${moment}`, async () => {
          await open(await own.control.start(scenario, { moment }));
          await expect(card(page, cardName)).toContainText(words);
          await expect(card(page, "Raw")).toBeAttached();
          await expectNoJumps(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}
