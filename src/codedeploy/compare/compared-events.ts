import { formatCountOf } from "../../format/counts.ts";
import { formatDuration, shownDifferenceMs } from "../../format/duration.ts";
import { median } from "../group/group-history.ts";
import { eventColumns, keyedEvents } from "../targets/event-columns.ts";
import type { Target } from "../targets/target.ts";

/** How long a lifecycle event took on the targets of a deployment. */
export interface EventLength {
  /** Over the targets of which AWS reports the event's start and end. */
  medianMs: number;
  targets: number;
}

/** A lifecycle event of two deployments. A length is absent where AWS reports no start and end of it. */
export interface ComparedEvent {
  /** Empty where AWS sent no name. */
  name: string;
  before: EventLength | undefined;
  after: EventLength | undefined;
  /** How much longer it took in the later one, as both are shown, in milliseconds; negative where it was quicker, absent where one of both is. */
  longerByMs: number | undefined;
}

/** The lifecycle events of two deployments, in the order in which AWS sent them. */
export function comparedEvents(before: readonly Target[], after: readonly Target[]): ComparedEvent[] {
  return eventColumns([...after, ...before]).map(({ key, name }) => {
    const [earlier, later] = [lengthOf(key, before), lengthOf(key, after)];
    const longerByMs = earlier && later && shownDifferenceMs(later.medianMs, earlier.medianMs);
    return { name, before: earlier, after: later, longerByMs };
  });
}

function lengthOf(key: string, targets: readonly Target[]): EventLength | undefined {
  const lengths = targets.flatMap((target) => {
    const { startMs, endMs } = keyedEvents(target).get(key) ?? {};
    return startMs === undefined || endMs === undefined || endMs < startMs ? [] : [endMs - startMs];
  });
  return lengths.length === 0 ? undefined : { medianMs: median(lengths), targets: lengths.length };
}

/** Less says nothing: AWS's times are those of agents and of polls. */
const WORTH_A_WORD_MS = 2_000;

/** Which step got slower most, in a sentence that follows from the medians; or that none did. */
export function slowerWords(events: readonly ComparedEvent[]): string {
  const comparable = events.filter(({ longerByMs }) => longerByMs !== undefined);
  if (comparable.length === 0) return "AWS reports no lifecycle event with its times for both.";
  const [slowest] = comparable.toSorted((one, other) => (other.longerByMs ?? 0) - (one.longerByMs ?? 0));
  const { name = "", before, after, longerByMs = 0 } = slowest ?? {};
  if (!before || !after || longerByMs < WORTH_A_WORD_MS) return "No step took longer by two seconds or more.";
  const targets = Math.min(before.targets, after.targets);
  const of = targets > 1 ? `, as the median of ${formatCountOf(targets, "target")} or more` : "";
  return `${name || "An event without a name"} got slower most: ${formatDuration(after.medianMs)} after ${formatDuration(before.medianMs)}${of}.`;
}
