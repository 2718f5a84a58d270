import { expectNoSidewaysScroll } from "../accessibility.ts";
import { expectNoJumps, watchShifts } from "../layout-shift.ts";
import { test } from "../own-emulator.ts";
import { card, shows } from "../page-parts.ts";

// What other services tell comes after all else, and moves nothing. By a stopped clock: the page waits some seconds for them.

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

    test("nothing jumps", async ({ page, own, time, follow }) => {
      await watchShifts(page);
      for (const [scenario, moment, cardName, words] of PAGES) {
        await test.step(`${scenario}, ${moment}`, async () => {
          await follow(await own.control.start(scenario, { moment }));
          await time.runUntilVisible(shows(card(page, cardName), words), 10);
          await expectNoJumps(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}
