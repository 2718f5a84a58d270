import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { Fragment, useMemo } from "react";
import { useAccount } from "../../access/account.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { countOf, overview } from "../../codedeploy/deployment/overview.ts";
import { deploymentTitle } from "../../codedeploy/deployment/page-title.ts";
import { platformFacts } from "../../codedeploy/deployment/platform.ts";
import { isFinished, statusFacts } from "../../codedeploy/deployment/status.ts";
import { timing } from "../../codedeploy/deployment/timing.ts";
import type { AppError } from "../../errors/app-error.ts";
import { isSignInEnded } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { formatRelative } from "../../format/relative-time.ts";
import { shortText, visibleText } from "../../format/text.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { Button } from "../../ui/Button.tsx";
import { CutName } from "../../ui/CutName.tsx";
import { useNow, useOnTick } from "../../ui/clock.ts";
import { Duration, Elapsed } from "../../ui/time.tsx";
import { StatusAnnouncer } from "../deployment/status/StatusAnnouncer.tsx";
import { TargetsPolling } from "../deployment/TargetsPolling.tsx";
import { ShownDeploymentProvider } from "../deployment/shown-deployment.ts";
import { PlatformProgress } from "../deployment/status/PlatformProgress.tsx";
import { Transitions } from "../deployment/status/Transitions.tsx";
import { StatusIcon, TONE_SURFACE, TONE_TEXT } from "../frame/StatusIcon.tsx";
import { TabStatus } from "../frame/tab-status.tsx";
import { WallHeadline } from "./WallHeadline.tsx";

interface WallDeploymentProps extends DeploymentRef {
  live: LiveDeployment;
  answer: DeploymentAnswer;
  isOnly: boolean;
  /** What is to be known beside the deployment. */
  note: string | undefined;
}

/** A deployment at a glance, as large as its tile allows. */
export function WallDeployment({ live, answer, isOnly, note, region, deploymentId }: WallDeploymentProps) {
  const { deployment } = answer;
  const { word, tone, meaning } = statusFacts(deployment.status);
  const { span } = timing(deployment);
  const hasFailures = tone === "fail" || (countOf(overview(deployment), "Failed") ?? 0) > 0;
  const names = [deployment.applicationName, deployment.deploymentGroupName].filter(Boolean);
  const { transitions } = live;
  const shown = useMemo(
    () => ({ region, deploymentId, answer, deployment: answer.deployment, transitions, hasActions: false }),
    [region, deploymentId, answer, transitions],
  );
  // Where the traffic is, only the targets tell; those of a fleet are asked for only once one has failed.
  const { platform } = platformFacts(deployment);
  const needsTargets = hasFailures || platform === "ECS" || platform === "Lambda";
  return (
    <ShownDeploymentProvider value={shown}>
      {needsTargets && <TargetsPolling />}
      <section
        aria-label={visibleText(`${names.join("/")} ${deploymentId}`.trim())}
        className={clsx(
          "flex min-w-0 flex-col justify-between gap-2 overflow-hidden rounded-lg border border-l-8 border-line p-[3cqmin] [container-type:size]",
          TONE_SURFACE[tone],
        )}
      >
        {isOnly && <TabStatus title={deploymentTitle(deployment, deploymentId)} tone={tone} />}
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 text-[clamp(1rem,4cqmin,2.5rem)] leading-snug">
          <h2 className="flex max-w-full min-w-0 font-semibold whitespace-pre">
            {names.length === 0 && "Deployment"}
            {names.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && " / "}
                {/* Two of them share a line, on a phone as well. */}
                <CutName text={name ?? ""} room={12} />
              </Fragment>
            ))}
          </h2>
          <p className="flex max-w-full min-w-0 whitespace-pre text-muted">
            <bdi>{region}</bdi> · <CutName text={deploymentId} className="font-mono" />
          </p>
        </div>
        <div className="min-w-0">
          <p
            className={clsx(
              "flex items-center gap-[0.2em] text-[clamp(2.25rem,min(13cqw,24cqh),16rem)] leading-[1.2] font-semibold",
              TONE_TEXT[tone],
            )}
          >
            <span className="inline-flex size-[0.8em] shrink-0 [&>svg]:size-full">
              <StatusIcon status={deployment.status} size={64} />
            </span>
            <span className="min-w-0 truncate">{shortText(word, 30)}</span>
          </p>
          <p className="mt-[1cqh] line-clamp-2 text-[clamp(1rem,4.5cqmin,3rem)] leading-snug">
            <WallHeadline first={meaning} />
          </p>
        </div>
        <div className="space-y-[1.5cqh] text-[clamp(0.875rem,3.2cqmin,2rem)] leading-snug [&_li.text-muted]:sr-only [&_svg]:size-[1em]">
          <div className="flex flex-wrap items-end justify-between gap-x-8">
            <p className="text-[clamp(1.5rem,8cqmin,6rem)] leading-none font-semibold tabular-nums">
              {span.kind === "unknown" && <span className="text-muted">Duration not known</span>}
              {span.kind === "total" && <Duration lengthMs={span.lengthMs} />}
              {span.kind === "running" && <Elapsed sinceMs={span.sinceMs} />}
            </p>
            <Transitions transitions={live.transitions.slice(-1)} />
          </div>
          <PlatformProgress />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
            <DataAge live={live} />
            {note !== undefined && <p className="font-semibold text-fail">{note}</p>}
            <SignInAgain error={live.error} />
          </div>
        </div>
        <StatusAnnouncer status={deployment.status} name={names.join("/") || deploymentId} />
      </section>
    </ShownDeploymentProvider>
  );
}

/** Longer than any interval that is not forced by a fault. */
const OLD_MS = 45_000;

/** How old the data are; large and marked when they are older than they should be, with the reason where it is known. */
function DataAge({ live }: { live: LiveDeployment }) {
  const nowMs = useNow();
  const updatedAtMs = useOnTick(live.updatedAtMs);
  if (updatedAtMs === undefined) return null;
  const isFinal = isFinished(live.answer?.deployment.status) && !live.error;
  const isOld = !isFinal && nowMs - updatedAtMs > OLD_MS;
  const reason = live.error ? errorWords(live.error).title : undefined;
  return (
    <p className={clsx(isOld ? "flex items-center gap-[0.4em] font-semibold text-fail" : "text-muted")}>
      {isOld && <TriangleAlert aria-hidden />}
      {isOld && "Old data: "}
      {isFinal ? "final, " : ""}updated {formatRelative(updatedAtMs, nowMs)}
      {reason !== undefined && ` · ${reason}`}
    </p>
  );
}

/** The way back in, once a sign-in has ended; nothing after any other failure, and where nobody signs in. */
export function SignInAgain({ error }: { error: AppError | undefined }) {
  const { signIn } = useAccount();
  if (!error || !signIn || !isSignInEnded(error)) return null;
  return (
    <Button look="primary" className="self-start" onClick={() => void signIn()}>
      Sign in again
    </Button>
  );
}
