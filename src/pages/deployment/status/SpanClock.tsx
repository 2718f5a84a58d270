import type { ReactNode } from "react";
import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { Duration, Elapsed } from "../../../ui/Elapsed.tsx";

const BASES = {
  total: { start: "from start to end", creation: "from creation to end" },
  running: { start: "since it started", creation: "since it was created" },
};

interface SpanClockProps {
  span: Span;
  /** How that compares, as words that go on from what it is counted from. */
  usual: ReactNode;
}

/**
 * How long the deployment took or has taken so far, large, and what it is counted from. As wide from the first as it will be: what is
 * usual comes later, and must not move what stands below.
 */
export function SpanClock({ span, usual }: SpanClockProps) {
  if (span.kind === "unknown") return <p className="text-muted">Duration not known</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 sm:block sm:text-right lg:min-w-84">
      <span className="text-2xl font-semibold whitespace-nowrap sm:block">
        {span.kind === "total" ? <Duration lengthMs={span.lengthMs} /> : <Elapsed sinceMs={span.sinceMs} />}
      </span>{" "}
      <span className="text-muted">
        {BASES[span.kind][span.base]}
        {usual}
      </span>
    </p>
  );
}
