import type { QueryClient } from "@tanstack/react-query";
import { queryOptions } from "@tanstack/react-query";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { AppError } from "../../errors/app-error.ts";
import type { Deployment, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import { hurry, newFleetPace } from "./fleet-pace.ts";
import type { ToldTargets } from "./heard-targets.ts";
import { ACTIVE_MS, maxThrottleFactor, pollIntervalMs, steadyIntervalMs } from "./poll-interval.ts";
import type { PollRecord } from "./poll-record.ts";
import { afterAnswer, afterFailure, afterWaiting, newPollRecord } from "./poll-record.ts";
import { createPollStore } from "./poll-store.ts";
import type { RequestSlots } from "./request-slots.ts";
import type { TabShare } from "./tab-share.ts";
import { isHearsay, mustAsk, tellTabs } from "./tab-share.ts";
import { BATCH_SIZE } from "./target-plan.ts";
import { isAtRest, newTargetsState } from "./targets-state.ts";

const TOPIC = "targets";
const STALE_AFTER_MS = 3_000;
const KEPT_FOR_MS = 30 * 60_000;

/** The polling of one deployment's targets. */
export interface TargetsPoll {
  options: ReturnType<typeof targetsOptions>;
  /** How long after the end of the last refresh the next one is due; `false` for never. */
  intervalMs(): number | false;
  /** Lets the next refresh ask AWS, whoever else does. */
  insist(): void;
  /** Asks for these targets before others, because somebody looks at them. */
  showFirst: (ids: readonly string[]) => void;
}

export interface TargetsPollContext {
  codeDeploy: CodeDeploy;
  ref: DeploymentRef;
  client: QueryClient;
  /** With the other tabs that show this deployment. */
  share: TabShare;
  /** Shared by the pollings of all deployments. */
  slots: RequestSlots;
  /** The latest answer of GetDeployment; absent before the first. */
  deployment(): Deployment | undefined;
  /** Whether GetDeployment is not asked for any more, because of a failure that does not pass by itself. */
  hasStopped(): boolean;
}

/**
 * Starts a record for the targets of a deployment; nothing is asked before react-query fetches. It has the
 * interval and the back-off of the deployment's own polling, and ends for good once the deployment has finished
 * and every target has had its last answer.
 */
export function targetsPoll(context: TargetsPollContext): TargetsPoll {
  const state = newTargetsState();
  const pace = newFleetPace();
  // The list, which views show, is in react-query, its faults included.
  const store = createPollStore(
    {
      record: newPollRecord(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, Date.now()),
      onScreen: [] as readonly string[],
      insists: false,
      /** When this tab last refreshed them itself (epoch ms). */
      askedAtMs: 0,
    },
    () => ({}),
  );
  const { client, share } = context;
  const { queryKey } = targetsKey(context.ref);

  share.channel.onBody(TOPIC, async ({ body }) => {
    const { takeHeard } = await import("./heard-targets.ts");
    const heard = takeHeard(body, state, pace, Date.now());
    if (heard?.hasNew) store.set({ insists: true });
    if (heard && heard.list !== state.list) {
      state.list = heard.list;
      client.setQueryData<TargetList>(queryKey, heard.list);
    }
    return heard !== undefined;
  });

  async function poll(signal: AbortSignal): Promise<TargetList> {
    const askedAtMs = Date.now();
    const { record, insists, askedAtMs: lastMs } = store.get();
    store.set({ insists: false });
    // Others may have said that nothing has changed before this tab knew anything.
    const isOwn =
      insists || state.list.stage === "unknown" || isHearsay(lastMs, askedAtMs) || isEndUnconfirmed();
    const mayAsk = !context.hasStopped() && ((await mustAsk(share, TOPIC, askedAtMs)) || isOwn);
    const work = {
      ...context,
      signal,
      state,
      pace,
      intervalMs: steadyIntervalMs(recordNow()) || ACTIVE_MS,
      onScreen: () => store.get().onScreen,
      publish: (list: TargetList) => client.setQueryData<TargetList>(queryKey, list),
    };
    if (!mayAsk) {
      // The tab that asks for all reads a fleet piece by piece, and does not know what this one shows.
      if (!context.hasStopped() && state.list.ids.length > BATCH_SIZE)
        await (await import("./targets-refresh.ts")).refreshScreen(work);
      store.set({ record: { ...afterWaiting(record, Date.now()), status: context.deployment()?.status } });
      return state.list;
    }
    const before = state.list;
    const { refreshTargets } = await import("./targets-refresh.ts");
    store.set({ askedAtMs });
    await refreshTargets(work);
    const error = state.list.detailsError ?? state.list.listError;
    store.set({
      record: error
        ? afterFailure(record, error, maxThrottleFactor(record), Date.now())
        : afterAnswer(record, context.deployment()?.status, state.list !== before, Date.now()),
    });
    // What does not pass by itself may be this tab's own: the others find out for themselves.
    if (!error || error.isTransient) {
      const { entries } = state.list;
      const told: ToldTargets = { entries, readAtMs: state.readAtMs };
      const body = error || state.list === before ? undefined : told;
      tellTabs(share, { topic: TOPIC, askedAtMs, nextInMs: intervalMs(), body, failure: error?.kind });
    }
    return state.list;
  }

  /** That a target has ended this tab has from AWS itself, once the deployment has finished. */
  function isEndUnconfirmed(): boolean {
    const deployment = context.deployment();
    return isFinished(deployment?.status) && !isAtRest(state, deployment);
  }

  function intervalMs(): number | false {
    if (context.hasStopped()) return false;
    const record = recordNow();
    if (!record.lastFailure && isAtRest(state, context.deployment())) return false;
    return pollIntervalMs(record);
  }

  /** The deployment may have finished since the last refresh: there is at least one more to come then. */
  function recordNow(): PollRecord {
    const { record } = store.get();
    const finishedPolls = Math.max(1, record.finishedPolls);
    return { ...record, status: context.deployment()?.status, finishedPolls };
  }

  return {
    options: targetsOptions(context.ref, poll, intervalMs, () => state.list),
    intervalMs,
    insist: () => {
      store.set({ insists: true });
      hurry(pace);
    },
    showFirst: (onScreen) => store.set({ onScreen }),
  };
}

function targetsKey({ region, deploymentId }: DeploymentRef) {
  return { queryKey: ["targets", region, deploymentId] as const };
}

function targetsOptions(
  ref: DeploymentRef,
  poll: (signal: AbortSignal) => Promise<TargetList>,
  intervalMs: () => number | false,
  latest: () => TargetList,
) {
  return queryOptions<TargetList, AppError>({
    ...targetsKey(ref),
    queryFn: ({ signal }) => poll(signal),
    // The one retry policy stands in the aws room.
    retry: false,
    // The list shares its unchanged parts itself: react-query does not look into a Map.
    structuralSharing: false,
    // A refresh that is aborted takes react-query's data back to what they were before it.
    staleTime: ({ state }) =>
      state.data === latest() && intervalMs() === false ? Number.POSITIVE_INFINITY : STALE_AFTER_MS,
    gcTime: KEPT_FOR_MS,
    refetchInterval: intervalMs,
  });
}
