import { usePreference } from "../../../ui/use-preference.ts";

/** How this browser is to tell when a deployment ends. */
export interface AlertChoice {
  /** Chosen, and allowed by the browser: what is not allowed tells nobody anything. */
  notifies: boolean;
  sounds: boolean;
}

/** What somebody has chosen in the menu for alerts: nothing, until they do. */
export function useAlertChoice(): AlertChoice {
  const [notifies] = usePreference("notify", false);
  const [sounds] = usePreference("sound", false);
  const isAllowed = "Notification" in globalThis && Notification.permission === "granted";
  return { notifies: notifies && isAllowed, sounds };
}
