import { clsx } from "clsx";
import type { ReactNode } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { useAws } from "../../../queries/deployments-context.ts";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { AlarmNames } from "./AlarmNames.tsx";
import { HookNotice } from "./HookNotice.tsx";
import { useSettled } from "../settled.tsx";

interface StoppedByProps {
  alarmNames: readonly string[];
}

const otherServices = () => import("./OtherServices.tsx");
const Troubles = laterPart<{ mayHaveHook: boolean }>(
  "What other services say",
  async () => (await otherServices()).Troubles,
);
const Facts = laterPart<{ mayHaveHook: boolean }>(
  "More of what other services say",
  async () => (await otherServices()).Facts,
);
const StopAlarms = laterPart<StoppedByProps>(
  "More about the alarms",
  async () => (await otherServices()).StopAlarms,
  { fallback: (props) => <Names {...props} />, remains: (props) => <Names {...props} /> },
);

/** Whether the code is there, or could not be had, that shows what other services tell. */
export function useAreJoinPartsThere(): boolean {
  return ![Troubles.useIsThere(), Facts.useIsThere(), StopAlarms.useIsThere()].includes(false);
}

/**
 * What goes wrong, as other services tell: the first part of the card that says what happens, or why a deployment ended. Nothing
 * where nothing does, where config.json lists no join, and until the page has settled.
 */
export function JoinedTroubles() {
  const { joins } = useAws();
  const mayHaveHook = useMayHaveHook();
  return (
    <Parts>
      {joins.length > 0 ? (
        <Troubles mayHaveHook={mayHaveHook} />
      ) : (
        <ErrorBoundary what="What is known of the hook">
          {mayHaveHook && <HookNotice hasFailed />}
        </ErrorBoundary>
      )}
    </Parts>
  );
}

/** What else other services tell: the last part of that card. */
export function JoinedFacts() {
  const { joins } = useAws();
  const mayHaveHook = useMayHaveHook();
  return <Parts>{joins.length > 0 && <Facts mayHaveHook={mayHaveHook} />}</Parts>;
}

/**
 * Whether a hook may have something to tell. Without the join that is its name alone, which matters when a deployment has failed.
 */
function useMayHaveHook(): boolean {
  const { status, computePlatform } = useShownDeployment().deployment;
  const { joins } = useAws();
  const hasHooks = computePlatform === "ECS" || computePlatform === "Lambda";
  return hasHooks && status !== "Succeeded" && (joins.includes("logs") || isFinished(status));
}

/** They load from the start, and appear together with all else: one after the other they would move each other. */
function Parts({ children }: { children: ReactNode }) {
  return <div className={clsx("space-y-3 empty:hidden", !useSettled() && "hidden")}>{children}</div>;
}

/** The alarms that stopped a deployment, with all that CloudWatch tells where it may be asked. */
export function StoppedBy(props: StoppedByProps) {
  return useAws().joins.includes("alarms") ? <StopAlarms {...props} /> : <Names {...props} />;
}

function Names({ alarmNames }: StoppedByProps) {
  return <AlarmNames region={useShownDeployment().region} names={alarmNames} />;
}
