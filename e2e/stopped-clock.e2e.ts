import { expect, test } from "./fixtures.ts";
import { liveState, shows } from "./page-parts.ts";
import { COARSE_MS } from "./stopped-clock.ts";

// Nothing stands beside the file that the tab is led to, not even the icon that browsers look for.
test.use({ expectsFailedRequests: true });

test("time goes on in a tab that was led to another site while AWS had not answered", async ({
  page,
  emulator,
  site,
  time,
  open,
}) => {
  const deployment = await emulator.start("ec2-rolling");
  await deployment.fault({ kind: "hang" }, { operation: "GetDeployment", times: 1 });
  await open(deployment);
  await page.waitForRequest(
    (request) => request.headers()["x-amz-target"]?.endsWith(".GetDeployment") === true,
  );
  await page.goto(`${site.origin.replace(site.host, "127.0.0.1")}/favicon-ok.svg`);
  await open(deployment);
  await time.runUntilVisible(shows(liveState(page), "Live"), 5);
});

test("what is due at once when a step has ended is done within that step", async ({ page, site, time }) => {
  await page.goto(`${site.origin}/favicon-ok.svg`);
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    // An answer that has come while time passed.
    port1.addEventListener("message", () => setTimeout(() => Object.assign(window, { isShown: true })));
    port1.start();
    setTimeout(() => port2.postMessage("answer"), 5_000);
  });
  await time.run(5, COARSE_MS);
  expect(await page.evaluate(() => Reflect.get(window, "isShown"))).toBe(true);
});
