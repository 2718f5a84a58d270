import type { LucideIcon } from "lucide-react";
import { CircleCheck, CircleDashed, CircleMinus, CirclePause, CircleX, LoaderCircle } from "lucide-react";
import type { StateCount, TargetState } from "../domain/overview.ts";
import { TONE_TEXT } from "./tone.ts";

const ICONS: Readonly<Record<TargetState, LucideIcon>> = {
  Succeeded: CircleCheck,
  Failed: CircleX,
  Skipped: CircleMinus,
  InProgress: LoaderCircle,
  Ready: CirclePause,
  Pending: CircleDashed,
};

/** The state of targets as a shape in its colour; the word stands beside it, written by the caller. */
export function TargetStateIcon({ state, tone }: Pick<StateCount, "state" | "tone">) {
  const Icon = ICONS[state];
  return <Icon aria-hidden size={14} className={`shrink-0 ${TONE_TEXT[tone]}`} />;
}
