import type { Tone } from "../domain/status.ts";

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
