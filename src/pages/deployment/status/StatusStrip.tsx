import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { statusFacts } from "../../../codedeploy/deployment/status.ts";
import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { timing } from "../../../codedeploy/deployment/timing.ts";
import type { Transition } from "../../../codedeploy/deployment/transitions.ts";
import { waiting, waitingWords } from "../../../codedeploy/waiting/waiting.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Duration, Elapsed } from "../../../ui/time.tsx";
import { StatusIcon, TONE_SURFACE, TONE_TEXT } from "../../frame/StatusIcon.tsx";
import { GroupNeighbours, UsualDuration } from "../later-parts.tsx";
import { TargetCounts } from "./TargetCounts.tsx";
import { TimingFacts } from "./TimingFacts.tsx";
import { Transitions } from "./Transitions.tsx";

interface StatusStripProps {
  region: string;
  deployment: Deployment;
  /** What failed where, in one line, once the targets have told. */
  headline: ReactNode;
  transitions: readonly Transition[];
}

/** The answer at a glance: is it fine, how far is it, how long has it taken. */
export function StatusStrip({ region, deployment, headline, transitions }: StatusStripProps) {
  const { word, tone, meaning, isFinished } = statusFacts(deployment.status);
  const times = timing(deployment);
  const words = waitingWords(waiting(deployment));
  return (
    <section
      aria-label="Status"
      className={clsx(
        "space-y-4 rounded-lg border border-l-8 border-line px-4 py-4 sm:px-5",
        TONE_SURFACE[tone],
      )}
    >
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-2">
        <div className="min-w-0 flex-[1_1_20rem]">
          <p className={clsx("flex items-center gap-2.5 text-2xl font-semibold", TONE_TEXT[tone])}>
            <StatusIcon status={deployment.status} size={30} />
            <span className="min-w-0">
              <AwsText text={word} cap={60} />
            </span>
          </p>
          <p className="mt-1">
            {headline}
            {meaning}
            {words !== undefined && <span className="font-medium"> {words.now}</span>}
          </p>
        </div>
        <SpanClock
          span={times.span}
          usual={<UsualDuration region={region} deployment={deployment} span={times.span} />}
        />
      </div>
      <TargetCounts deployment={deployment} />
      <TimingFacts
        timing={times}
        hasEnded={isFinished}
        neighbours={<GroupNeighbours region={region} deployment={deployment} />}
      />
      <Transitions transitions={transitions} />
    </section>
  );
}

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
function SpanClock({ span, usual }: SpanClockProps) {
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
