import type { BrowserContext } from "@playwright/test";

/**
 * Lets all pages of a context notify. Chromium without windows grants that to who asks, and goes on to read `denied` in
 * `Notification.permission`: there the page reads what was granted.
 */
export async function allowNotifications(context: BrowserContext): Promise<void> {
  await context.grantPermissions(["notifications"]);
  await context.addInitScript(() => {
    if (Notification.permission === "denied") {
      Object.defineProperty(Notification, "permission", { get: () => "granted" });
    }
  });
}
