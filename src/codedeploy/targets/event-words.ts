import type { LifecycleEvent } from "./lifecycle-event.ts";
import type { EventTiming } from "./event-timing.ts";
import { eventTiming } from "./event-timing.ts";
import type { Tone } from "../deployment/status.ts";
import { targetStatusFacts } from "./target-status.ts";
import { formatDuration } from "../../format/duration.ts";
import { shortText } from "../../format/short-text.ts";

/** What a cell or a bar shows of an event. */
export interface EventWords {
  /** The state in words: "failed". */
  word: string;
  tone: Tone;
  timing: EventTiming;
  /** How long it took; absent while it runs and where AWS sent no times. */
  length: string | undefined;
}

/** An event's state and length in words. */
export function eventWords(event: LifecycleEvent): EventWords {
  const { word, tone } = targetStatusFacts(event.status);
  const timing = eventTiming(event);
  const length = timing.kind === "ran" ? formatDuration(timing.lengthMs) : undefined;
  return { word: shortText(word, 40), tone, timing, length };
}

/** The whole of it for a screen reader: "Install: succeeded, 12s". */
export function eventSentence(name: string, { word, length }: EventWords): string {
  return `${name}: ${word}${length === undefined ? "" : `, ${length}`}`;
}
