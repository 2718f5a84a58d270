import { expect, test } from "@playwright/test";
import { beginRenders, endRenders, noteRenders } from "../../e2e/renders.ts";
import { polls } from "../../e2e/request-counts.ts";
import { stopClock } from "../../e2e/stopped-clock.ts";
import { startRig } from "./rig.ts";
import { printTable } from "./table.ts";
import { addressOf } from "./visit.ts";

const SECONDS = 60;
/** Until everything that loads after the first screen is there. */
const WARM_UP_SECONDS = 10;

test("what a poll renders", async ({ page, context }) => {
  const rig = await startRig();
  const deployment = await rig.emulator.start("ec2-rolling", { moment: "firstInstance" });
  const time = await stopClock(context);
  await noteRenders(page);
  await page.goto(addressOf(rig, deployment));
  await time.runUntilVisible(page.getByRole("region", { name: "Raw" }), 10);
  await time.run(WARM_UP_SECONDS);
  const watch = async () => {
    const before = await polls(deployment);
    await beginRenders(page);
    await time.run(SECONDS);
    const { commits } = await endRenders(page);
    // All clocks of the page move on in one commit a second.
    return { polls: (await polls(deployment)) - before, renders: commits - SECONDS };
  };
  const unchanged = await watch();
  await deployment.moveTo("halfway");
  const changed = await watch();
  await rig.close();
  expect(unchanged.polls).toBeGreaterThan(0);

  printTable(`Renders caused by polls within ${SECONDS} s of watching a running deployment`, [
    { answers: "all the same", ...unchanged },
    { answers: "one that differs", ...changed },
  ]);
});
