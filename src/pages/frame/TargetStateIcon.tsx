import type { LifecycleEventStatus, TargetStatus } from "@aws-sdk/client-codedeploy";
import { lookUp } from "../../values/look-up.ts";
import type { Tone } from "../../codedeploy/deployment/status.ts";
import { TONE_TEXT } from "./tone.ts";

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
