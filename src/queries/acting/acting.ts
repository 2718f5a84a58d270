import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { ActionOutcome } from "../../codedeploy/actions/action-outcome.ts";
import { outcomeOf } from "../../codedeploy/actions/action-outcome.ts";
import type { DoneAction } from "../../codedeploy/actions/action-progress.ts";
import type { LiveActionKind, NewDeploymentKind } from "../../codedeploy/actions/action.ts";
import type { NewDeployment } from "../../codedeploy/actions/new-deployment.ts";
import { hasMark } from "../../codedeploy/actions/new-deployment.ts";
import { idsIn } from "../../codedeploy/find/id-in-text.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { AppError } from "../../errors/app-error.ts";
import { randomText } from "../../values/random-text.ts";
import type { Deployments } from "../deployments.ts";
import { useDeployments } from "../deployments-context.ts";
import type { ActionRecords } from "./action-records.ts";
import { storedRecords } from "./action-records.ts";
import type { TabLocks } from "../tab-locks.ts";
import { tabLocks } from "../tab-locks.ts";

/** What a person has confirmed. */
export type Intention = {
  /**
   * The last action of this browser on the deployment as it was known when the person was asked; `undefined` for none. Where
   * there is another by now, from a second click or another tab, the intention lapses.
   */
  after: string | undefined;
} & (
  | { kind: LiveActionKind }
  /** `mark` stands in the description of the request, and in no other's: by it a new deployment is found again. */
  | { kind: NewDeploymentKind; mark: string; request: NewDeployment }
);

/** The actions of this browser on one deployment. */
export interface Acting {
  /** Oldest first; the same list until it changes. */
  getSnapshot: () => readonly DoneAction[];
  subscribe: (listener: () => void) => () => void;
  /**
   * Sends the one request of an intention, and never a second one. Never rejects.
   *
   * @returns what became of it; `undefined` where the intention had lapsed, so that nothing was sent
   */
  act(intention: Intention): Promise<DoneAction | undefined>;
  /** Reads the deployment again, whoever else does. */
  readAgain: () => void;
  /** When the deployment was last asked for that was answered (epoch ms); `undefined` before one was. */
  readAtMs: () => number | undefined;
}

interface ActingContext {
  codeDeploy: CodeDeploy;
  ref: DeploymentRef;
  records: ActionRecords;
  locks: TabLocks;
  readAgain: Acting["readAgain"];
  readAtMs: Acting["readAtMs"];
}

/**
 * The one way in which the page changes anything. An action is written down before its request goes out, and what was written
 * down is never sent: so neither a second click, another tab, a reload nor anything that comes back later can send it twice.
 * Sending holds a lock, so that what is written down as under way, while nobody holds the lock, is known to have lost its tab:
 * its outcome is unknown.
 */
export function createActing({ codeDeploy, ref, records, locks, ...reading }: ActingContext): Acting {
  const lock = `deploywatch actions ${records.name}`;

  async function send(intention: Intention): Promise<DoneAction | undefined> {
    const before = records.read();
    if (before.at(-1)?.id !== intention.after) return undefined;
    const { kind } = intention;
    const mark = "mark" in intention ? { mark: intention.mark } : {};
    const begun: DoneAction = { id: randomText(), kind, atMs: Date.now(), ...mark };
    records.write([...before, begun]);
    const outcome = await outcomeOfSending(codeDeploy, ref, intention);
    const done = { ...begun, outcome, endedAtMs: Date.now() };
    records.write(records.read().map((other) => (other.id === done.id ? done : other)));
    reading.readAgain();
    return done;
  }

  /** Waits until nobody sends any more: what is still under way then never comes to an end. */
  async function settleOrphans(): Promise<void> {
    await locks(lock, async () => {
      const all = records.read();
      if (all.every(({ outcome }) => outcome)) return;
      const unknown: ActionOutcome = { state: "unknown", failure: undefined };
      records.write(all.map((one) => (one.outcome ? one : withOutcome(one, unknown))));
      reading.readAgain();
    });
  }

  let isWatching = false;
  /** Looks after what another tab has under way, as long as it has. */
  function watch(): void {
    if (isWatching || records.read().every(({ outcome }) => outcome)) return;
    isWatching = true;
    void settleOrphans().finally(() => {
      isWatching = false;
    });
  }

  watch();
  return {
    getSnapshot: records.read,
    subscribe: (listener) =>
      records.subscribe(() => {
        watch();
        listener();
      }),
    act: (intention) => locks(lock, () => send(intention)),
    ...reading,
  };
}

function withOutcome(action: DoneAction, outcome: ActionOutcome): DoneAction {
  return { ...action, outcome };
}

/** Makes the one request of an action, and says what became of it. */
async function outcomeOfSending(
  codeDeploy: CodeDeploy,
  ref: DeploymentRef,
  intention: Intention,
): Promise<ActionOutcome> {
  let wasSent = false;
  const onSend = () => {
    wasSent = true;
  };
  try {
    return { state: "accepted", ...(await sendOnce(codeDeploy, ref, intention, onSend)) };
  } catch (thrown) {
    const error =
      thrown instanceof AppError
        ? thrown
        : new AppError("unknown", { detail: String(thrown), cause: thrown });
    const own = "mark" in intention && (await ownAmong(codeDeploy, ref.region, error, intention.mark));
    return own ? { state: "accepted", deploymentId: own } : outcomeOf(error, wasSent);
  }
}

/** The request itself. @throws AppError */
async function sendOnce(
  codeDeploy: CodeDeploy,
  { region, deploymentId }: DeploymentRef,
  intention: Intention,
  onSend: () => void,
): Promise<Partial<Extract<ActionOutcome, { state: "accepted" }>>> {
  // Nobody gives it up: what has gone out is waited for until it is answered, or its time is over.
  const { signal } = new AbortController();
  const ref = { region, deploymentId };
  switch (intention.kind) {
    case "stop":
    case "stop-and-roll-back": {
      const input = { ...ref, autoRollbackEnabled: intention.kind === "stop-and-roll-back" };
      const { status, statusMessage } = await codeDeploy.stopDeployment(input, signal, onSend);
      return { status, message: statusMessage };
    }
    case "reroute":
      return codeDeploy.continueDeployment({ ...ref, deploymentWaitType: "READY_WAIT" }, signal, onSend);
    case "end-wait":
      return codeDeploy.continueDeployment(
        { ...ref, deploymentWaitType: "TERMINATION_WAIT" },
        signal,
        onSend,
      );
    case "redeploy":
    case "roll-back-to":
    case "restart":
      return codeDeploy.createDeployment({ region, request: intention.request }, signal, onSend);
  }
}

/**
 * The deployment that stands in the way of a new one, where it is that very one: browsers send a request again by themselves
 * where a connection that they had used before is torn down.
 */
async function ownAmong(
  codeDeploy: CodeDeploy,
  region: string,
  { awsCode, detail }: AppError,
  mark: string,
): Promise<string | undefined> {
  const deploymentId = idsIn(detail ?? "")[0]?.deploymentId;
  if (awsCode !== "DeploymentLimitExceededException" || deploymentId === undefined) return undefined;
  try {
    const { signal } = new AbortController();
    const { deployment } = await codeDeploy.getDeployment({ region, deploymentId }, signal);
    return hasMark(deployment, mark) ? deploymentId : undefined;
  } catch {
    return undefined;
  }
}

const acting = new WeakMap<Deployments, Map<string, Acting>>();

/** This browser's actions on a deployment, and the way to do another one. Asks for nothing itself. */
export function useActing(ref: DeploymentRef): Acting {
  const deployments = useDeployments();
  const client = useQueryClient();
  return actingOn(deployments, client, ref);
}

function actingOn(
  deployments: Deployments,
  client: QueryClient,
  { region, deploymentId }: DeploymentRef,
): Acting {
  const key = `${region}/${deploymentId}`;
  const all = acting.get(deployments) ?? new Map<string, Acting>();
  acting.set(deployments, all);
  const known = all.get(key);
  if (known) return known;
  const ref = { region, deploymentId };
  const poll = deployments.poll(ref);
  const made = createActing({
    codeDeploy: deployments.aws.codeDeploy,
    ref,
    records: storedRecords(deployments.account, ref),
    locks: tabLocks,
    readAgain: () => {
      poll.insist();
      void client.refetchQueries({ queryKey: poll.options.queryKey, exact: true, type: "active" });
    },
    readAtMs: () => poll.store.get().lastSeen?.askedAtMs,
  });
  all.set(key, made);
  return made;
}

/** This browser's actions on a deployment, oldest first. */
export function useDoneActions(ref: DeploymentRef): readonly DoneAction[] {
  const { subscribe, getSnapshot } = useActing(ref);
  return useSyncExternalStore(subscribe, getSnapshot);
}
