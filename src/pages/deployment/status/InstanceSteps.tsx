import { clsx } from "clsx";
import { useMemo } from "react";
import { eventsNowWords } from "../../../codedeploy/waiting/events-now.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import type { BlueGreenStage } from "../../../codedeploy/waiting/blue-green-stages.ts";
import { blueGreenStages } from "../../../codedeploy/waiting/blue-green-stages.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { TargetStateIcon } from "../../frame/StatusIcon.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** The stages of a blue/green deployment, and the lifecycle events that the instances are at. */
export function InstanceSteps() {
  const { deployment } = useShownDeployment();
  const list = useTargetList();
  const targets = useMemo(() => knownTargets(list), [list]);
  const stages = blueGreenStages(deployment, targets);
  const words = eventsNowWords(targets);
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 tabular-nums">
      {stages && <Stages stages={stages} />}
      {deployment.status === "InProgress" && <p className="min-h-5">{words}</p>}
    </div>
  );
}

const STATES: Readonly<
  Record<
    BlueGreenStage["state"],
    { icon: string; tone: "ok" | "run" | "wait" | "neutral" | "stop"; word: string }
  >
> = {
  done: { icon: "Succeeded", tone: "ok", word: "done" },
  current: { icon: "InProgress", tone: "run", word: "now" },
  waiting: { icon: "Ready", tone: "wait", word: "now" },
  ahead: { icon: "Pending", tone: "neutral", word: "to come" },
  ended: { icon: "Skipped", tone: "stop", word: "it ended here" },
  never: { icon: "Skipped", tone: "neutral", word: "not reached" },
};

function isNow(state: BlueGreenStage["state"]): boolean {
  return state === "current" || state === "waiting";
}

function Stages({ stages }: { stages: readonly BlueGreenStage[] }) {
  return (
    <ol aria-label="Stages" className="flex flex-wrap gap-x-4 gap-y-1">
      {stages.map(({ name, state }) => {
        const { icon, tone, word } = STATES[state];
        return (
          <li
            key={name}
            aria-current={isNow(state) ? "step" : undefined}
            className={clsx(
              "inline-flex items-center gap-1.5",
              isNow(state) && "font-semibold",
              (state === "ahead" || state === "never") && "text-muted",
            )}
          >
            <TargetStateIcon state={icon} tone={tone} />
            {name}
            <span className="sr-only"> ({word})</span>
          </li>
        );
      })}
    </ol>
  );
}
