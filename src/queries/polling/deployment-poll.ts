import type { QueryClient } from "@tanstack/react-query";
import { focusManager, queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { SeenStatus, Transition } from "../../codedeploy/deployment/transitions.ts";
import { withTransition } from "../../codedeploy/deployment/transitions.ts";
import { HIDDEN_MS, maxThrottleFactor, nextPollAtMs, pollIntervalMs } from "./poll-interval.ts";
import type { PollRecord } from "./poll-record.ts";
import { afterFailure, afterHearing, afterWaiting, newPollRecord } from "./poll-record.ts";
import type { PollStore } from "./poll-store.ts";
import { createPollStore } from "./poll-store.ts";
import type { TabShare } from "./tab-share.ts";
import { isHearsay, mustAsk, tellTabs } from "./tab-share.ts";

/** Coming back to the tab asks anew, but not more often than this. */
const STALE_AFTER_MS = 3_000;
const KEPT_FOR_MS = 30 * 60_000;

/** What views show of a polling beside the answer, which react-query keeps. */
export interface ShownPoll {
  /** The failure of the last poll; absent after an answer. Unlike react-query's it outlives the next try. */
  error: AppError | undefined;
  /** Failed polls in a row. */
  failures: number;
  /** When the next try after that failure is due (epoch ms); absent when none is, and after an answer. */
  nextTryAtMs: number | undefined;
  /** The changes of status that this tab has seen, oldest first. */
  transitions: readonly Transition[];
}

interface PollState extends ShownPoll {
  record: PollRecord;
  /** The latest answer's status and times. */
  lastSeen: SeenStatus | undefined;
  /** When the failure came (epoch ms) that another tab has told of last; 0 before one. */
  heardFailureAtMs: number;
  /** When this tab last asked AWS itself (epoch ms); 0 before it has. */
  askedAtMs: number;
  /** Whether its last answer was left, because another tab had told of one that was asked for later. */
  hasLeftAnswer: boolean;
  /** Whether the next poll asks AWS, whoever else does. */
  insists: boolean;
  /** Whether this tab is paused or shows something else. */
  rests: boolean;
}

/** The polling of one deployment: what to hand to react-query, and what has been seen. */
export interface DeploymentPoll {
  options: ReturnType<typeof deploymentOptions>;
  store: PollStore<PollState, ShownPoll>;
  /** Lets the next poll ask AWS, whoever else does. */
  insist(): void;
  /**
   * Whether this tab is paused or shows something else: it leaves the asking to others, and changes nothing. Back from
   * that it asks AWS itself, since it has missed what the others have heard.
   *
   * @returns whether it is back
   */
  setResting(isResting: boolean): boolean;
}

/** What a poll works with. */
export interface DeploymentPollContext {
  /** Asks for the deployment, as GetDeployment does. */
  ask: CodeDeploy["getDeployment"];
  ref: DeploymentRef;
  client: QueryClient;
  /** With the other tabs that show this deployment. */
  share: TabShare;
}

const TOPIC = "deployment";

/** Starts a record for a deployment; nothing is asked before react-query fetches. */
export function deploymentPoll({ ask, ref, client, share }: DeploymentPollContext): DeploymentPoll {
  const store = createPollStore<PollState, ShownPoll>(
    {
      record: newPollRecord(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0, Date.now()),
      error: undefined,
      failures: 0,
      nextTryAtMs: undefined,
      transitions: [],
      lastSeen: undefined,
      heardFailureAtMs: 0,
      askedAtMs: 0,
      hasLeftAnswer: false,
      insists: false,
      rests: false,
    },
    ({ error, failures, nextTryAtMs, transitions }) => ({ error, failures, nextTryAtMs, transitions }),
  );

  /** Takes an answer over that came at `atMs`, here or in another tab. */
  function note(answer: DeploymentAnswer, askedAtMs: number, atMs: number): void {
    const last = client.getQueryData<DeploymentAnswer>(queryKey(ref));
    const hasChanged = replaceEqualDeep(last, answer) !== last;
    const { status } = answer.deployment;
    const seen = { status, askedAtMs, atMs };
    const { record, transitions, lastSeen } = store.get();
    store.set({
      record: afterHearing(record, status, hasChanged, atMs, Date.now()),
      error: undefined,
      failures: 0,
      nextTryAtMs: undefined,
      transitions: withTransition(transitions, lastSeen, seen),
      lastSeen: seen,
    });
  }

  function fail(error: AppError): AppError {
    const last = store.get().record;
    const record = afterFailure(last, error, maxThrottleFactor(last), Date.now());
    store.set({ record, error, failures: record.failures, nextTryAtMs: nextPollAtMs(record) });
    return error;
  }

  function tell(askedAtMs: number, body: DeploymentAnswer | undefined, failure?: AppErrorKind): void {
    const nextInMs = sightedIntervalMs(pollIntervalMs(store.get().record));
    const text = body && JSON.stringify(body.raw);
    tellTabs(share, { topic: TOPIC, askedAtMs, nextInMs, body: text, failure });
  }

  /** What the tab that asks has come by since this one looked: nothing new, or a failure, which is this tab's as well. */
  function follow(known: DeploymentAnswer): DeploymentAnswer {
    const { failure, atMs = 0 } = share.channel.heard(TOPIC) ?? {};
    const { record, error, heardFailureAtMs } = store.get();
    if (failure !== undefined && atMs !== heardFailureAtMs) {
      store.set({ heardFailureAtMs: atMs });
      throw fail(new AppError(failure));
    }
    store.set({ record: afterWaiting(record, Date.now()) });
    if (failure !== undefined && error) throw error;
    return known;
  }

  share.channel.onBody(TOPIC, async ({ body, askedAtMs, atMs }) => {
    const { deploymentFrom } = await import("../../aws/codedeploy/heard-answers.ts");
    const answer = deploymentFrom(body);
    if (!answer || store.get().rests || share.channel.isOutdated(TOPIC, askedAtMs)) return false;
    const known = client.getQueryData<DeploymentAnswer>(queryKey(ref));
    // Whether it has ended is for AWS alone to say: to this tab, and with a request of its own.
    if (isFinished(answer.deployment.status) !== isFinished(known?.deployment.status)) return askNow();
    note(answer, askedAtMs, atMs);
    client.setQueryData<DeploymentAnswer>(queryKey(ref), answer);
    return true;
  });

  /** Asks AWS at once, unless this tab has just done so; then with the next poll. */
  function askNow(): false {
    store.set({ insists: true });
    const isSoon = Math.abs(Date.now() - store.get().askedAtMs) < STALE_AFTER_MS;
    if (!isSoon) void client.refetchQueries({ queryKey: queryKey(ref), exact: true, type: "active" });
    return false;
  }

  async function poll(signal: AbortSignal): Promise<DeploymentAnswer> {
    const known = client.getQueryData<DeploymentAnswer>(queryKey(ref));
    const { insists, askedAtMs: lastMs } = store.get();
    const isOwn = insists || isHearsay(lastMs, Date.now());
    store.set({ insists: false });
    const mine = mustAsk(share, TOPIC, Date.now());
    // A first question is asked whoever leads, and does not wait for the lock, which another process of the browser gives.
    if (known && !(await mine) && !isOwn) return follow(known);
    const askedAtMs = Date.now();
    store.set({ askedAtMs });
    const answer = await askAws(askedAtMs, mine, signal);
    const newer = client.getQueryData<DeploymentAnswer>(queryKey(ref));
    // Once only: what others say must not keep AWS's answers from this tab.
    if (newer && share.channel.isOutdated(TOPIC, askedAtMs) && !store.get().hasLeftAnswer) {
      store.set({ hasLeftAnswer: true });
      return newer;
    }
    store.set({ hasLeftAnswer: false });
    note(answer, askedAtMs, Date.now());
    tell(askedAtMs, answer);
    return answer;
  }

  /** Only what comes from AWS counts as its answer or its failure: what this tab does with it stands outside. */
  async function askAws(
    askedAtMs: number,
    mine: Promise<boolean>,
    signal: AbortSignal,
  ): Promise<DeploymentAnswer> {
    try {
      return await ask(ref, signal);
    } catch (error) {
      await mine; // A lead that comes later would not be given up below.
      signal.throwIfAborted();
      const failure = fail(
        error instanceof AppError ? error : new AppError("unknown", { detail: String(error), cause: error }),
      );
      // Where it asks no more, what keeps it from AWS may be its own: the others find out for themselves.
      if (pollIntervalMs(store.get().record) === false) share.lead.release();
      else tell(askedAtMs, undefined, failure.kind);
      throw failure;
    }
  }

  return {
    options: deploymentOptions(ref, poll, () => store.get().record),
    store,
    insist: () => store.set({ insists: true }),
    setResting: (isResting) => {
      const { rests, insists } = store.get();
      const isBack = rests && !isResting;
      store.set({ rests: isResting, insists: insists || isBack });
      share.channel.setDeaf(isResting);
      if (isResting) share.lead.release();
      return isBack;
    },
  };
}

function deploymentOptions(
  ref: DeploymentRef,
  poll: (signal: AbortSignal) => Promise<DeploymentAnswer>,
  record: () => PollRecord,
) {
  return queryOptions<DeploymentAnswer, AppError>({
    queryKey: queryKey(ref),
    queryFn: ({ signal }) => poll(signal),
    // The one retry policy stands in the aws room.
    retry: false,
    // A first request that failed ahead of the view is not repeated when the view comes.
    retryOnMount: false,
    staleTime: () => (isFinished(record().status) ? Number.POSITIVE_INFINITY : STALE_AFTER_MS),
    gcTime: KEPT_FOR_MS,
    refetchInterval: () => sightedIntervalMs(pollIntervalMs(record())),
  });
}

/** While hidden, a tab polls less often; react-query lets it poll at all only where somebody wants to be told. */
function sightedIntervalMs(intervalMs: number | false): number | false {
  return intervalMs === false || focusManager.isFocused() ? intervalMs : Math.max(intervalMs, HIDDEN_MS);
}

function queryKey({ region, deploymentId }: DeploymentRef) {
  return ["deployment", region, deploymentId] as const;
}
