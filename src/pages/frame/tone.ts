import type { Tone } from "../../codedeploy/deployment/status.ts";

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
