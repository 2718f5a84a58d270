import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { allowNotifications } from "../notifications.ts";
import { NEXT_POLL } from "../poll-waits.ts";
import type { StoppedClock } from "../stopped-clock.ts";

/** Lets the page notify and play sounds, and notes both: neither can be seen or heard without a desktop. */
async function noteAlerts(page: Page): Promise<void> {
  await allowNotifications(page.context());
  await page.addInitScript(() => {
    const alerts: string[] = [];
    Object.assign(window, { alerts });
    const Real = window.Notification;
    Object.assign(window, {
      Notification: class extends Real {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          alerts.push(`${title} ${options?.body ?? ""} [${options?.tag}]`);
        }
      },
    });
    const create = Reflect.get(AudioContext.prototype, "createOscillator");
    AudioContext.prototype.createOscillator = function () {
      const oscillator: OscillatorNode = Reflect.apply(create, this, []);
      const start = oscillator.start.bind(oscillator);
      oscillator.start = (when) => {
        alerts.push(`tone ${oscillator.frequency.value}`);
        start(when);
      };
      return oscillator;
    };
  });
}

const alertsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.values<string>(Reflect.get(window, "alerts")));

/** Opens the choice of how to be told. It is among what loads after the first screen, which takes the page some time. */
async function openChoice(page: Page, time: StoppedClock): Promise<void> {
  const button = page.getByRole("button", { name: "Tell me when it ends" });
  await time.runUntilVisible(button, 2);
  await button.click();
}

async function choose(page: Page, time: StoppedClock, ...labels: string[]): Promise<void> {
  await openChoice(page, time);
  for (const label of labels) {
    const box = page.getByRole("checkbox", { name: label });
    // Not check(): a notification is chosen only once the browser has answered.
    await box.click();
    await expect(box).toBeChecked();
  }
  await page.keyboard.press("Escape");
}

test("nobody is notified who has not asked for it", async ({ page, emulator, time, follow }) => {
  await noteAlerts(page);
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await follow(deployment);
  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Succeeded");
  expect(await alertsOf(page)).toEqual([]);
});

test("the end of a deployment is told by a notification and falling or rising tones, once", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  await noteAlerts(page);
  const deployment = await emulator.start("ec2-failing", { moment: "beforeFailed" });
  await follow(deployment);
  await choose(page, time, "Desktop notification", "Sound");
  const before = await alertsOf(page);
  const shownAtOnce = "Notifications are on This is how you will be told. [deploywatch]";
  expect(before.toSorted()).toEqual([shownAtOnce, "tone 523", "tone 784"]);
  await deployment.moveTo("failed");
  await time.run(NEXT_POLL);
  await expect
    .poll(async () => (await alertsOf(page)).slice(3).toSorted())
    .toEqual([
      "tone 262",
      "tone 440",
      expect.stringMatching(/^✗ Failed · payments-gateway\/prod · d-\S+ {2}\[us-east-1\/d-\S+ Failed\]$/),
    ]);
  await time.run(60);
  expect(await alertsOf(page)).toHaveLength(6);
});

test("a deployment that waits for somebody says so, and its end is told as something new", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  await noteAlerts(page);
  const deployment = await emulator.start("ec2-blue-green-ready", { moment: "installing" });
  await follow(deployment);
  await choose(page, time, "Desktop notification");
  await deployment.moveTo("ready");
  await time.run(NEXT_POLL);
  const waits = expect.stringMatching(/It waits for you\. \[us-east-1\/\S+ Ready\]$/);
  await expect.poll(async () => (await alertsOf(page)).slice(1)).toEqual([waits]);
  await deployment.moveTo("gaveUp");
  await time.run(40);
  const stopped = expect.stringMatching(/Stopped.* \[us-east-1\/\S+ Stopped\]$/);
  await expect.poll(async () => (await alertsOf(page)).slice(1)).toEqual([waits, stopped]);
});

test("a sound that the browser holds back until somebody clicks is not heard when it is late", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  await noteAlerts(page);
  await page.addInitScript(() => {
    localStorage.setItem("deploywatch.sound", "on");
    // As in a browser with a screen. The browser of the tests plays at once, and counts each evaluation as a click.
    Object.defineProperty(Navigator.prototype, "userActivation", { get: () => ({ hasBeenActive: false }) });
    AudioContext.prototype.resume = () =>
      new Promise((resolve) => {
        Object.assign(window, { waitsForClick: true });
        addEventListener("click", () => resolve(), { once: true });
      });
  });
  const deployment = await emulator.start("ec2-succeeded", { moment: "running" });
  await follow(deployment);
  await deployment.moveTo("done");
  await time.run(NEXT_POLL);
  await page.waitForFunction(() => "waitsForClick" in window);
  await time.run(3);
  await page.getByRole("region", { name: "Status" }).click();
  expect(await alertsOf(page)).toEqual([]);
});

test("the choice lasts, for every tab of this browser", async ({ page, emulator, time, follow }) => {
  await noteAlerts(page);
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await follow(deployment);
  await choose(page, time, "Sound");
  await page.reload();
  await openChoice(page, time);
  await expect(page.getByRole("checkbox", { name: "Sound" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Desktop notification" })).not.toBeChecked();
});

test("a browser that has none for pages, as on Android, says so, and the page goes on when the deployment ends", async ({
  page,
  emulator,
  time,
  follow,
}) => {
  await page.addInitScript(() => {
    const Refusing = class {
      static readonly permission = "granted";
      static readonly requestPermission = () => Promise.resolve("granted");
      constructor() {
        throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.");
      }
    };
    Object.assign(window, { Notification: Refusing });
    localStorage.setItem("deploywatch.notify", "on");
  });
  const deployment = await emulator.start("ec2-failing", { moment: "beforeFailed" });
  await follow(deployment);
  const box = page.getByRole("checkbox", { name: "Desktop notification" });
  await openChoice(page, time);
  await expect(box).toBeChecked();
  await deployment.moveTo("failed");
  await time.run(NEXT_POLL);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("Failed");
  await expect(page.getByRole("region", { name: "Raw" })).toBeVisible();
  await box.click();
  await box.click();
  await expect(page.getByRole("group", { name: "When it ends" })).toContainText("shows no notifications");
  await expect(box).not.toBeChecked();
});

test("a browser that forbids notifications is told how to allow them", async ({ page, emulator, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
    Notification.requestPermission = () => Promise.resolve("denied");
  });
  await open(await emulator.start("ec2-rolling", { moment: "halfway" }));
  await page.getByRole("button", { name: "Tell me when it ends" }).click();
  await page.getByRole("checkbox", { name: "Desktop notification" }).click();
  await expect(page.getByRole("group", { name: "When it ends" })).toContainText("Allow notifications");
  await expect(page.getByRole("checkbox", { name: "Desktop notification" })).not.toBeChecked();
  await expectAccessibleInBothThemes(page);
});
