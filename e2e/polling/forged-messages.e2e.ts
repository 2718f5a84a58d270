import type { Page } from "@playwright/test";
import { ACTIVE_MS, HEARSAY_MS } from "../../src/queries/polling/poll-interval.ts";
import { expect, test } from "../fixtures.ts";
import { card, openViewMenu, shows } from "../page-parts.ts";
import { COARSE_MS } from "../stopped-clock.ts";
import { rowTexts } from "../targets/row-texts.ts";

/** Another page of the same origin, as under another sub-path of a shared host: it can do all that such a page can. */
async function openOtherPage(tab: Page): Promise<Page> {
  const other = await tab.context().newPage();
  await other.goto(`${new URL(tab.url()).origin}/config.json`);
  return other;
}

/** Says something on the channel of a deployment's tabs, with the key that this page finds in the storage of the origin, or without. */
async function forge(
  page: Page,
  name: string,
  message: { topic: string; body: unknown; hasKey: boolean },
): Promise<void> {
  await page.evaluate(
    (told) => {
      const key = told.hasKey ? ` ${localStorage.getItem("deploywatch.tabs")}` : "";
      const channel = new BroadcastChannel(`${told.name}${key}`);
      const send = channel.postMessage.bind(channel);
      const nowMs = Date.now();
      const said = { version: 3, askedAtMs: nowMs, atMs: nowMs, nextInMs: 140_000, topic: told.topic };
      // What a test cannot pass on to a page.
      const body =
        told.topic === "targets"
          ? {
              entries: new Map([["i-0", { kind: "read", target: { id: "i-0", events: [{}], facts: {} } }]]),
              readAtMs: new Map([["i-0", nowMs]]),
            }
          : told.body;
      send({ ...said, body });
      channel.close();
    },
    { name, ...message },
  );
}

const told = (deploymentInfo: object) => JSON.stringify({ deploymentInfo });

for (const hasKey of [false, true]) {
  test(`a page of the same origin that ${hasKey ? "has read" : "does not have"} the key of this browser makes no running deployment succeed, and ends no polling`, async ({
    page,
    emulator,
    site,
    time,
    follow,
  }) => {
    const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
    await follow(deployment);
    const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
    const forger = await openOtherPage(page);
    for (let second = 0; second < 10; second++) {
      const body = told({ deploymentId: deployment.deploymentId, status: "Succeeded" });
      await forge(forger, name, { topic: "deployment", body, hasKey });
      await time.run(1);
      await expect(card(page, "Status")).toContainText("In progress");
    }
    const since = time.now;
    await time.run(8);
    expect(time.asked(since, "GetDeployment").length).toBeGreaterThan(0);
    await deployment.moveTo("done");
    await time.runUntilVisible(shows(card(page, "Status"), "6 succeeded"), 8);
  });
}

test("wrong types within a message of a page that has the key lose nothing of the page", async ({
  page,
  emulator,
  site,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await follow(deployment);
  const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
  const forger = await openOtherPage(page);
  await time.runUntilVisible(page.getByRole("grid"), 5);
  const rows = await rowTexts(page);
  const bodies: unknown[] = [
    "nonsense",
    7,
    { deployment: { status: "InProgress", deploymentOverview: "x", revision: 7 }, raw: {} },
    "{",
    told({ status: { toString: "x" } }),
    told({ status: "InProgress", targetInstances: { tagFilters: "all" } }),
    told({ status: "InProgress", createTime: [1] }),
    told({ status: "InProgress", errorInformation: "none" }),
  ];
  for (const body of bodies) await forge(forger, name, { topic: "deployment", body, hasKey: true });
  await forge(forger, name, { topic: "targets", body: undefined, hasKey: true });
  await time.run(1);
  await (await openViewMenu(page)).getByRole("button", { name: "UTC" }).click();
  await expect(card(page, "Status")).toContainText("In progress");
  expect(Object.keys(await rowTexts(page))).toEqual(Object.keys(rows));
});

test("a tab that only hears from others asks AWS itself all the same", async ({
  emulator,
  site,
  time,
  openTab,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  const name = `deploywatch ${site.identityPoolId} ${deployment.region}/${deployment.deploymentId}`;
  const tab = await openTab(deployment);
  const forger = await openOtherPage(tab);
  // It takes the lead for good, and says again and again that nothing has changed.
  await forger.evaluate((lock) => {
    void navigator.locks.request(lock, { steal: true }, () => new Promise(() => {}));
  }, name);
  await deployment.moveTo("done");
  let seconds = 0;
  while (
    seconds < HEARSAY_MS / 1_000 + 10 &&
    !(await shows(card(tab, "Status"), "6 succeeded").isVisible())
  ) {
    for (const topic of ["deployment", "targets"])
      await forger.evaluate(
        ([line, about, nextInMs]) => {
          const channel = new BroadcastChannel(`${line} ${localStorage.getItem("deploywatch.tabs")}`);
          const send = channel.postMessage.bind(channel);
          const nowMs = Date.now();
          send({ version: 3, topic: about, askedAtMs: nowMs, atMs: nowMs, nextInMs });
          channel.close();
        },
        [name, topic, ACTIVE_MS] as const,
      );
    await time.run(ACTIVE_MS / 1_000, COARSE_MS);
    seconds += ACTIVE_MS / 1_000;
  }
  await expect(card(tab, "Status")).toContainText("6 succeeded");
  expect(seconds, "what is said has kept it from asking until then").toBeGreaterThan(60);
});
