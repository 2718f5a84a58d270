import { Bell, BellRing } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { AlertMood } from "../../../codedeploy/deployment/alert.ts";
import { alertMood } from "../../../codedeploy/deployment/alert.ts";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { deploymentTitle } from "../../../codedeploy/deployment/page-title.ts";
import { visibleText } from "../../../format/text.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { HIDDEN_MS } from "../../../queries/polling/poll-interval.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Popover } from "../../../ui/dialog/Popover.tsx";
import { notify, playTones } from "../../../ui/browser/notify.ts";
import { useStored } from "../../../ui/storage.ts";
import { WANTS_NOTIFICATIONS, WANTS_SOUND, useAlertChoice } from "./alert-choice.ts";

/** What the browser says to notifications; `unable`: it shows none for pages, whatever it was asked. */
type Permission = NotificationPermission | "unable";

const OBSTACLES: Readonly<Partial<Record<Permission, string>>> = {
  denied:
    "This browser does not let the page notify you. Allow notifications for it in the browser’s settings of this site, then choose it again.",
  unable: "This browser shows no notifications of pages, as browsers on phones. A sound works here.",
};

/** What this browser does when a deployment ends or waits for somebody: nothing, until it is asked to. */
export function AlertMenu() {
  const notifies = useStored(WANTS_NOTIFICATIONS);
  const sounds = useStored(WANTS_SOUND);
  const [permission, setPermission] = useState(currentPermission);
  const isOn = (notifies && permission === "granted") || sounds;
  const chooseNotifications = async (wanted: boolean) => {
    WANTS_NOTIFICATIONS.write(false);
    if (!wanted) return;
    const answer = await askPermission();
    setPermission(answer);
    WANTS_NOTIFICATIONS.write(answer === "granted");
  };
  return (
    <Popover
      as="fieldset"
      button={{
        "aria-label": "Tell me when it ends",
        title: "Tell me when it ends",
        children: isOn ? <BellRing aria-hidden size={16} /> : <Bell aria-hidden size={16} />,
      }}
      className="max-w-80 space-y-2 max-xl:top-26"
    >
      <legend className="float-left mb-2 w-full font-semibold">When it ends or waits for somebody</legend>
      <Checkbox
        label="Desktop notification"
        className="clear-both"
        isOn={notifies && permission === "granted"}
        set={(wanted) => void chooseNotifications(wanted)}
      />
      <Checkbox
        label="Sound"
        isOn={sounds}
        set={(wanted) => {
          WANTS_SOUND.write(wanted);
          if (wanted) void playTones(MELODIES_HZ.good);
        }}
      />
      {OBSTACLES[permission] !== undefined && <p className="text-muted">{OBSTACLES[permission]}</p>}
      <p className="text-muted">
        For every deployment that is open in this browser. For that, a tab in the background goes on asking
        AWS, every {HIDDEN_MS / 1000} s. A page that was loaded anew sounds only after a click on it.
      </p>
    </Popover>
  );
}

function currentPermission(): Permission {
  return "Notification" in window ? Notification.permission : "unable";
}

/** Asks the browser, and shows at once what is to come: only so is it known whether anything comes at all. */
async function askPermission(): Promise<Permission> {
  if (!("Notification" in window)) return "unable";
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer;
  const isShown = notify("Notifications are on", {
    tag: "deploywatch",
    body: "This is how you will be told.",
  });
  return isShown ? "granted" : "unable";
}

/** Rising for good news, falling for bad, one tone twice for a question. */
const MELODIES_HZ: Readonly<Record<AlertMood, readonly number[]>> = {
  good: [523, 784],
  bad: [440, 262],
  waiting: [587, 587],
};

const WAITS = "It waits for you.";

/** Tells once of each change of status that is worth it and that this page has seen itself. */
export function useAlerts(live: LiveDeployment, { region, deploymentId }: DeploymentRef): void {
  const { notifies, sounds } = useAlertChoice();
  const last = live.transitions.at(-1);
  const told = useRef(last);
  useEffect(() => {
    if (!last || told.current === last) return;
    told.current = last;
    const mood = alertMood(last);
    if (!mood) return;
    if (sounds) void playTones(MELODIES_HZ[mood]);
    if (!notifies || !live.answer) return;
    const title = visibleText(deploymentTitle(live.answer.deployment, deploymentId));
    // One for each deployment and status, however many tabs show it. A status of its own, since a notification takes the
    // place of one with the same tag in silence.
    const tag = `${region}/${deploymentId} ${last.to}`;
    notify(title, { tag, ...(mood === "waiting" && { body: WAITS }) });
  }, [last, notifies, sounds, live.answer, region, deploymentId]);
}
