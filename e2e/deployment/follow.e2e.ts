import type { Page } from "@playwright/test";
import { test, expect } from "../fixtures.ts";
import { card, liveState, shows } from "../page-parts.ts";
import { AFTER_FINISH, longest, NEXT_POLL } from "../poll-waits.ts";
import { polls } from "../request-counts.ts";
import { COARSE_MS } from "../stopped-clock.ts";

test("a deployment is followed to its end by itself, and then left alone", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await follow(deployment);
  await expect(card(page, "Status")).toContainText("In progress");
  await expect(liveState(page)).toContainText("Live");

  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(liveState(page)).toContainText("Final");
  await expect(page.getByRole("button", { name: "Pause refreshing" })).toHaveCount(0);

  // AWS may complete an answer after the end: three closing polls, further and further apart.
  const atEnd = await polls(deployment);
  for (const [place, after] of AFTER_FINISH.map(longest).entries()) {
    await time.run(after);
    expect(await polls(deployment)).toBe(atEnd + place + 1);
  }
  await time.run(120, COARSE_MS);
  await expect(liveState(page)).toContainText("updated 2m ago");
  expect(await polls(deployment)).toBe(atEnd + 3);
});

test("what AWS adds after the end, such as the rollback's id, still arrives", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  // So that it ended just now: later the page says that no rollback was started.
  const deployment = await emulator.start("ec2-failing", { moment: "beforeFailed", createdAgoMs: 240_000 });
  await deployment.advance(1_100);
  await follow(deployment);
  const why = card(page, "Why it failed");
  await expect(why).toContainText("AWS names no rollback deployment yet");
  await deployment.moveTo("failed");
  await time.run(NEXT_POLL);
  await expect(why.getByRole("link", { name: deployment.related["rollback"] ?? "" })).toBeVisible();
});

test("a change of status is spoken, and shows in the tab's title and icon", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-failing", { moment: "beforeFailed" });
  await follow(deployment);
  await expect(page).toHaveTitle(`◐ In progress · payments-gateway/prod · ${deployment.deploymentId}`);
  const icon = page.locator('link[rel="icon"]');
  await expect(icon).toHaveAttribute("href", "/favicon-run.svg");
  const spoken = page.getByRole("status").filter({ hasText: "Deployment status" });
  await expect(spoken).toHaveCount(0);

  await deployment.moveTo("failed");
  await time.run(NEXT_POLL);
  await expect(spoken).toHaveText("Deployment status: Failed");
  await expect(page).toHaveTitle(`✗ Failed · payments-gateway/prod · ${deployment.deploymentId}`);
  await expect(icon).toHaveAttribute("href", "/favicon-fail.svg");
});

test("counts and progress change without anybody touching the page", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await follow(deployment);
  const states = page.getByRole("list", { name: "States of instances" });
  await expect(states).toContainText("0 succeeded");
  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  await expect(states).toContainText("6 succeeded");
  await expect(card(page, "Status")).toContainText("6 of 6 instances finished (100%)");
});

test("a paused page asks nothing until it is resumed", async ({ page, emulator, time, follow }) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await follow(deployment);
  await page.getByRole("button", { name: "Pause refreshing" }).click();
  await expect(liveState(page)).toContainText("Paused");
  const before = await polls(deployment);
  await time.run(60, COARSE_MS);
  await expect(liveState(page)).toContainText("updated 1m ago");
  expect(await polls(deployment)).toBe(before);

  await page.getByRole("button", { name: "Resume refreshing" }).click();
  await time.run(NEXT_POLL);
  expect(await polls(deployment)).toBeGreaterThan(before);
  await expect(liveState(page)).toContainText("Live");
});

test("Refresh now asks at once, and once only however often it is pressed", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "firstInstance" });
  await follow(deployment);
  await page.getByRole("button", { name: "Pause refreshing" }).click();
  const before = await polls(deployment);
  await deployment.moveTo("halfway");
  await time.run(4);
  const refresh = page.getByRole("button", { name: "Refresh now" });
  await refresh.click();
  await time.runUntilVisible(
    shows(page.getByRole("list", { name: "States of instances" }), /[1-9] succeeded/),
    1,
  );
  await refresh.click();
  await refresh.click();
  await time.run(1);
  expect(await polls(deployment)).toBe(before + 1);
});

test("a poll that brings nothing new leaves focus, selection and scroll alone", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await page.setViewportSize({ width: 390, height: 600 });
  await follow(deployment);
  // Until there is nothing new to come: targets, and the usual duration.
  await time.run(NEXT_POLL);
  const platform = card(page, "Settings").getByText("EC2/on-premises", { exact: true });
  await platform.selectText();
  const copy = card(page, "Raw").getByRole("button", { name: "Copy AWS CLI command" });
  await copy.focus();
  const before = await readingPlace(page);
  expect(before.scrollY).toBeGreaterThan(0);
  expect(before.selection).toBe("EC2/on-premises");

  const asked = await polls(deployment);
  await time.run(NEXT_POLL);
  expect(await polls(deployment)).toBeGreaterThan(asked);
  await expect(copy).toBeFocused();
  expect(await readingPlace(page)).toEqual(before);
});

test("the page says how old its answer is and when it asks again, and its clocks go on", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  await follow(await emulator.start("ec2-rolling", { moment: "halfway", createdAgoMs: 630_000 }));
  const refreshing = liveState(page);
  await expect(refreshing).toContainText(/^Live· updated (just now|\d+s ago)· next in (\ds|a moment)$/);
  await page.getByRole("button", { name: "Pause refreshing" }).click();
  await expect(card(page, "Status")).toContainText(/10m (\d+s )?since it was created/);
  await time.run(60, COARSE_MS);
  await expect(refreshing).toContainText(/^Paused· updated 1m ago$/);
  await expect(card(page, "Status")).toContainText(/11m (\d+s )?since it was created/);
});

function readingPlace(page: Page) {
  return page.evaluate(() => ({ scrollY, selection: String(getSelection()) }));
}
