import { storedSwitch, useStored } from "../../../ui/storage.ts";

export const WANTS_NOTIFICATIONS = storedSwitch("notify", false);
export const WANTS_SOUND = storedSwitch("sound", false);

/** How this browser is to tell when a deployment ends. */
export interface AlertChoice {
  /** Chosen, and allowed by the browser: what is not allowed tells nobody anything. */
  notifies: boolean;
  sounds: boolean;
}

/** What somebody has chosen in the menu for alerts: nothing, until they do. */
export function useAlertChoice(): AlertChoice {
  const notifies = useStored(WANTS_NOTIFICATIONS);
  const sounds = useStored(WANTS_SOUND);
  const isAllowed = "Notification" in globalThis && Notification.permission === "granted";
  return { notifies: notifies && isAllowed, sounds };
}
