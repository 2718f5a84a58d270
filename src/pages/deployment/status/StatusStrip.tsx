import { clsx } from "clsx";
import { statusFacts } from "../../../codedeploy/deployment/status.ts";
import type { Span } from "../../../codedeploy/deployment/timing.ts";
import { timing } from "../../../codedeploy/deployment/timing.ts";
import { waiting, waitingWords } from "../../../codedeploy/waiting/waiting.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Duration, Elapsed } from "../../../ui/time.tsx";
import { StatusIcon, TONE_SURFACE, TONE_TEXT } from "../../frame/StatusIcon.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { TargetCounts } from "./TargetCounts.tsx";
import { TimingFacts } from "./TimingFacts.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const FailureHeadline = laterPart(
  "What the targets say",
  async () => (await import("./FailureHeadline.tsx")).FailureHeadline,
  { place: "phrase" },
);
const UsualDuration = laterPart(
  "The usual duration",
  async () => (await import("./GroupHistory.tsx")).UsualDuration,
  { place: "phrase" },
);

const Transitions = laterPart(
  "The changes of status seen so far",
  async () => (await import("./Transitions.tsx")).Transitions,
);

/** The answer at a glance: is it fine, how far is it, how long has it taken. */
export function StatusStrip() {
  const shown = useShownDeployment();
  const { deployment, transitions } = shown;
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
            <FailureHeadline {...shown} />
            {meaning}
            {words !== undefined && <span className="font-medium"> {words.now}</span>}
          </p>
        </div>
        <SpanClock span={times.span} />
      </div>
      <TargetCounts deployment={deployment} />
      <TimingFacts timing={times} hasEnded={isFinished} />
      {transitions.length > 0 && <Transitions transitions={transitions} />}
    </section>
  );
}

const BASES = {
  total: { start: "from start to end", creation: "from creation to end" },
  running: { start: "since it started", creation: "since it was created" },
};

/**
 * How long the deployment took or has taken so far, large, and what it is counted from. It has its final width
 * from the start, because the usual duration loads later and must not move what is below.
 */
function SpanClock({ span }: { span: Span }) {
  if (span.kind === "unknown") return <p className="text-muted">Duration not known</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 sm:block sm:text-right lg:min-w-84">
      <span className="text-2xl font-semibold whitespace-nowrap sm:block">
        {span.kind === "total" ? <Duration lengthMs={span.lengthMs} /> : <Elapsed sinceMs={span.sinceMs} />}
      </span>{" "}
      <span className="text-muted">
        {BASES[span.kind][span.base]}
        <UsualDuration span={span} />
      </span>
    </p>
  );
}
