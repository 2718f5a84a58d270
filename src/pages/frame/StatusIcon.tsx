import type { DeploymentStatus, LifecycleEventStatus, TargetStatus } from "@aws-sdk/client-codedeploy";
import type { LucideIcon } from "lucide-react";
import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleX,
  LoaderCircle,
  Square,
  Timer,
} from "lucide-react";
import { createElement } from "react";
import type { Tone } from "../../codedeploy/deployment/status.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { lookUp } from "../../values/look-up.ts";

/** A shape of its own for each status, so that no two are told apart by colour alone. */
const ICONS: Readonly<Record<DeploymentStatus, LucideIcon>> = {
  Created: CircleDashed,
  Queued: CircleDashed,
  InProgress: LoaderCircle,
  Baking: Timer,
  Ready: CirclePause,
  Succeeded: CircleCheck,
  Failed: CircleX,
  Stopped: Square,
};

/** A deployment status as a shape in its colour; the word stands beside it, written by the caller. */
export function StatusIcon({ status, size = 16 }: { status: string | undefined; size?: number }) {
  return createElement(lookUp(ICONS, status) ?? CircleHelp, {
    "aria-hidden": true,
    size,
    className: `shrink-0 ${TONE_TEXT[statusFacts(status).tone]}`,
  });
}

const CIRCLE = "M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0";

/**
 * A shape of its own for each state, as one path: a fleet's matrix holds thousands of them.
 * The shapes are those of lucide, as for the status of a deployment.
 */
const SHAPES: Readonly<Record<TargetStatus | LifecycleEventStatus, string>> = {
  Succeeded: `${CIRCLE}M9 12l2 2 4-4`,
  Failed: `${CIRCLE}M15 9l-6 6M9 9l6 6`,
  Skipped: `${CIRCLE}M8 12h8`,
  InProgress: "M21 12a9 9 0 1 1-6.219-8.56",
  Ready: `${CIRCLE}M10 9v6M14 9v6`,
  Pending:
    "M10.1 2.2a10 10 0 0 1 3.8 0M17.6 3.7a10 10 0 0 1 2.7 2.7M21.8 10.1a10 10 0 0 1 0 3.8M20.3 17.6a10 10 0 0 1-2.7 2.7M13.9 21.8a10 10 0 0 1-3.8 0M6.4 20.3a10 10 0 0 1-2.7-2.7M2.2 13.9a10 10 0 0 1 0-3.8M3.7 6.4a10 10 0 0 1 2.7-2.7",
  Unknown: `${CIRCLE}M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17v.01`,
};

interface TargetStateIconProps {
  /** Of a target or of a lifecycle event; one that nobody knows has a shape, too. */
  state: string | undefined;
  tone: Tone;
}

/** The state of a target or an event as a shape in its colour; the word stands beside it, written by the caller. */
export function TargetStateIcon({ state, tone }: TargetStateIconProps) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      // One attribute rather than seven: a fleet draws hundreds of them with every step of scrolling.
      className={`size-3.5 shrink-0 fill-none stroke-current stroke-2 [stroke-linecap:round] [stroke-linejoin:round] ${TONE_TEXT[tone]}`}
    >
      <path d={lookUp(SHAPES, state) ?? SHAPES.Unknown} />
    </svg>
  );
}

/** The colour of a status, for its icon and its word. */
export const TONE_TEXT: Readonly<Record<Tone, string>> = {
  ok: "text-ok",
  fail: "text-fail",
  run: "text-run",
  wait: "text-wait",
  stop: "text-stop",
  neutral: "text-neutral",
};

/** The colour of a status as a filled area, for bars. */
export const TONE_FILL: Readonly<Record<Tone, string>> = {
  ok: "bg-ok",
  fail: "bg-fail",
  run: "bg-run",
  wait: "bg-wait",
  stop: "bg-stop",
  neutral: "bg-neutral",
};

/** The colour of a status as a whole area's edge and faint background. */
export const TONE_SURFACE: Readonly<Record<Tone, string>> = {
  ok: "border-l-ok bg-ok/6",
  fail: "border-l-fail bg-fail/6",
  run: "border-l-run bg-run/6",
  wait: "border-l-wait bg-wait/6",
  stop: "border-l-stop bg-stop/6",
  neutral: "border-l-neutral bg-neutral/6",
};
