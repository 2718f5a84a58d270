import { clsx } from "clsx";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { statusFacts } from "../../../codedeploy/deployment/status.ts";
import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { timing } from "../../../codedeploy/deployment/timing.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { useStandingMs } from "../../../ui/clock.ts";
import { laterPart } from "../../../ui/later-part.tsx";
import { Duration, Elapsed } from "../../../ui/time.tsx";
import { StatusIcon, TONE_SURFACE, TONE_TEXT } from "../../frame/StatusIcon.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { PlatformProgress } from "./PlatformProgress.tsx";
import type { SentenceProps } from "./StatusSentence.tsx";
import { TimingFacts } from "./TimingFacts.tsx";

const StatusSentence = laterPart<SentenceProps>(
  "What the targets say",
  async () => (await import("./StatusSentence.tsx")).StatusSentence,
  { place: "phrase", fallback: ({ first }) => first },
);
const UsualDuration = laterPart(
  "The usual duration",
  async () => (await import("./UsualDuration.tsx")).UsualDuration,
  { place: "phrase" },
);
const ChangedLine = laterPart("What changed", async () => (await import("./ChangedLine.tsx")).ChangedLine, {
  place: "phrase",
});
const Transitions = laterPart(
  "The changes of status seen so far",
  async () => (await import("./Transitions.tsx")).Transitions,
);

const TransitionLog = laterPart(
  "What was done from this browser",
  async () => (await import("../actions/TransitionLog.tsx")).TransitionLog,
);

/**
 * The answer at a glance: is it fine, how far is it, how long has it taken, what changed. What loads later has its place from
 * the start, so that nothing below moves.
 */
export function StatusStrip() {
  const { deployment, transitions, hasActions } = useShownDeployment();
  const { tone, isFinished } = statusFacts(deployment.status);
  const times = timing(deployment);
  return (
    <section
      aria-label="Status"
      className={clsx(
        "space-y-2.5 rounded-lg border border-l-8 border-line px-4 py-3 sm:px-5",
        TONE_SURFACE[tone],
      )}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 sm:gap-x-8">
        <Headline deployment={deployment} />
        <SpanClock span={times.span} mayWait={deployment.deploymentStyle?.deploymentType === "BLUE_GREEN"} />
      </div>
      <PlatformProgress />
      <div className="min-h-10 sm:min-h-5">
        <ChangedLine />
      </div>
      <TimingFacts timing={times} hasEnded={isFinished} />
      {hasActions ? <TransitionLog /> : transitions.length > 0 && <Transitions transitions={transitions} />}
    </section>
  );
}

/** The status in a word, and in a sentence. */
function Headline({ deployment }: { deployment: Deployment }) {
  const { word, tone, meaning } = statusFacts(deployment.status);
  return (
    <>
      <p className={clsx("flex items-center gap-2.5 text-2xl font-semibold", TONE_TEXT[tone])}>
        <StatusIcon status={deployment.status} size={28} />
        <span className="min-w-0">
          <AwsText text={word} cap={60} />
        </span>
      </p>
      <p className="row-start-2 min-h-10 max-sm:col-span-2">
        <StatusSentence first={meaning} />
      </p>
    </>
  );
}

const BASES = {
  total: { start: "from start to end", creation: "from creation to end" },
  running: { start: "since it started", creation: "since it was created" },
};

interface SpanClockProps {
  span: Span;
  /** Whether a word about waiting is to be expected. */
  mayWait: boolean;
}

/** How long the deployment took or has taken so far, large, what it is counted from, and whether that is usual. */
function SpanClock({ span, mayWait }: SpanClockProps) {
  const isStanding = useStandingMs() !== undefined;
  if (span.kind === "unknown") return <p className="text-right text-muted">Duration not known</p>;
  return (
    <>
      <p className="text-right text-xl font-semibold whitespace-nowrap sm:text-2xl">
        {span.kind === "total" ? <Duration lengthMs={span.lengthMs} /> : <Elapsed sinceMs={span.sinceMs} />}
      </p>{" "}
      <div
        className={clsx(
          "max-sm:col-span-2 max-sm:row-start-3 sm:row-start-2 sm:min-h-10 sm:text-right",
          mayWait ? "min-h-10" : "min-h-5",
        )}
      >
        <span className="text-muted max-sm:sr-only sm:block">
          {BASES[span.kind][span.base]}
          {isStanding && span.kind === "running" && ", as of the snapshot"}
        </span>{" "}
        <UsualDuration span={span} />
      </div>
    </>
  );
}
