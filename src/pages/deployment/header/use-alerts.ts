import { useEffect, useRef } from "react";
import type { AlertMood } from "../../../codedeploy/deployment/alert.ts";
import { alertMood } from "../../../codedeploy/deployment/alert.ts";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { deploymentTitle } from "../../../codedeploy/deployment/page-title.ts";
import { visibleText } from "../../../format/visible-text.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { notify } from "../../../ui/notify.ts";
import { playTones } from "../../../ui/play-tones.ts";
import { useAlertChoice } from "./alert-choice.ts";

/** Rising for good news, falling for bad, one tone twice for a question. */
export const MELODIES_HZ: Readonly<Record<AlertMood, readonly number[]>> = {
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
