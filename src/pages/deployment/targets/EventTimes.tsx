import { eventTiming } from "../../../codedeploy/targets/event-timing.ts";
import type { LifecycleEvent } from "../../../codedeploy/targets/lifecycle-event.ts";
import { targetStatusFacts } from "../../../codedeploy/targets/target-status.ts";
import { shortText } from "../../../format/short-text.ts";
import { Duration, Elapsed } from "../../../ui/Elapsed.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";

/** The state of an event, how long it took and when, as far as AWS tells. */
export function EventTimes({ event }: { event: LifecycleEvent }) {
  const timing = eventTiming(event);
  const word = shortText(targetStatusFacts(event.status).word, 40);
  switch (timing.kind) {
    case "ran":
      return (
        <>
          {word} after <Duration lengthMs={timing.lengthMs} />, started <Timestamp atMs={timing.startMs} />
        </>
      );
    case "running":
      return (
        <>
          {word} for <Elapsed sinceMs={timing.sinceMs} />, started <Timestamp atMs={timing.sinceMs} />
        </>
      );
    case "started":
      return (
        <>
          {word}, started <Timestamp atMs={timing.startMs} />; AWS reports no end
        </>
      );
    case "ended":
      return (
        <>
          {word}, ended <Timestamp atMs={timing.endMs} />; AWS reports no start
        </>
      );
    case "reversed":
      return (
        <>
          {word}; AWS reports a start at <Timestamp atMs={timing.startMs} /> after the end at{" "}
          <Timestamp atMs={timing.endMs} />
        </>
      );
    case "none":
      return <>{word}; AWS reports no times</>;
  }
}
