import type { ActionFailure, ActionOutcome } from "../../codedeploy/actions/action-outcome.ts";
import type { DoneAction } from "../../codedeploy/actions/action-progress.ts";
import { ACTION_KINDS } from "../../codedeploy/actions/action.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isAppErrorKind } from "../../errors/app-error.ts";
import { isRecord } from "../../values/is-record.ts";

/** What is written down of a deployment's actions, for all tabs of this browser and over reloads. */
export interface ActionRecords {
  /** Tells these records from all others. */
  name: string;
  /** Oldest first; the same list until it changes. */
  read: () => readonly DoneAction[];
  write: (all: readonly DoneAction[]) => void;
  /** Calls back after every change, in this tab or in another one. */
  subscribe: (listener: () => void) => () => void;
}

const PREFIX = "deploywatch.actions ";
/** More actions on one deployment are no history but a loop. */
const MAX_KEPT = 20;
/** Older ones say nothing about what is under way. */
const KEPT_FOR_MS = 7 * 24 * 3_600_000;
const NONE: readonly DoneAction[] = [];

/**
 * The records of somebody's actions on a deployment, in `localStorage`. Where the browser keeps nothing, they last as long as
 * the page.
 *
 * @param account tells those of one person from those of another in the same browser
 */
export function storedRecords(
  account: string,
  { region, deploymentId }: DeploymentRef,
  storage: Storage | undefined = usableStorage(),
): ActionRecords {
  const name = `${account} ${region}/${deploymentId}`;
  const key = PREFIX + name;
  const listeners = new Set<() => void>();
  let usable = storage;
  let text: string | null = null;
  let value = NONE;
  return {
    name,
    read: () => {
      const stored = usable ? usable.getItem(key) : text;
      if (stored !== text) {
        text = stored;
        value = recordsFrom(stored);
      }
      return value;
    },
    write: (all) => {
      value = all.slice(-MAX_KEPT);
      text = JSON.stringify(value);
      try {
        usable?.setItem(key, text);
        if (usable) removeOld(usable, Date.now());
      } catch {
        // Storage is full: what is known lasts as long as the page.
        usable = undefined;
      }
      for (const listen of listeners) listen();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      // It tells of other tabs only.
      globalThis.addEventListener?.("storage", listener);
      return () => {
        listeners.delete(listener);
        globalThis.removeEventListener?.("storage", listener);
      };
    },
  };
}

function usableStorage(): Storage | undefined {
  try {
    localStorage.getItem(PREFIX);
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * What is written down of several deployments, in no order.
 *
 * @param names what the names of their records begin with
 * @param sinceMs older ones are left out (epoch ms)
 */
export function allRecords(names: string, sinceMs: number): DoneAction[] {
  const storage = usableStorage();
  const keys = storage ? keysOf(storage, PREFIX + names) : [];
  const all = keys.flatMap((key) => recordsFrom(storage?.getItem(key) ?? null));
  return all.filter(({ atMs }) => atMs >= sinceMs);
}

function keysOf(storage: Storage, start: string): string[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  return keys.filter((key) => key.startsWith(start));
}

function removeOld(storage: Storage, nowMs: number): void {
  for (const key of keysOf(storage, PREFIX)) {
    const last = recordsFrom(storage.getItem(key)).at(-1);
    if (!last || nowMs - last.atMs > KEPT_FOR_MS) storage.removeItem(key);
  }
}

/** What was stored, perhaps by another version or by hand: what can be no record is left out. Nothing is thrown. */
export function recordsFrom(text: string | null): readonly DoneAction[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.flatMap((item: unknown) => recordFrom(item) ?? []) : NONE;
  } catch {
    return NONE;
  }
}

function recordFrom(value: unknown): DoneAction | undefined {
  if (!isRecord(value)) return undefined;
  const { id, atMs, endedAtMs, mark } = value;
  const kind = ACTION_KINDS.find((each) => each === value["kind"]);
  if (typeof id !== "string" || kind === undefined || typeof atMs !== "number") return undefined;
  const outcome = outcomeFrom(value["outcome"]);
  return {
    id,
    kind,
    atMs,
    ...(typeof mark === "string" && { mark }),
    ...(outcome && { outcome }),
    ...(typeof endedAtMs === "number" && { endedAtMs }),
  };
}

/** An outcome that cannot be read is no outcome; the action then counts as one that lost its tab. */
function outcomeFrom(value: unknown): ActionOutcome | undefined {
  if (!isRecord(value)) return undefined;
  const failure = failureFrom(value["failure"]);
  switch (value["state"]) {
    case "accepted":
      return {
        state: "accepted",
        status: textOf(value["status"]),
        message: textOf(value["message"]),
        deploymentId: textOf(value["deploymentId"]),
      };
    case "refused":
      return failure && { state: "refused", failure };
    case "unknown":
      return { state: "unknown", failure };
    default:
      return undefined;
  }
}

function failureFrom(value: unknown): ActionFailure | undefined {
  if (!isRecord(value)) return undefined;
  const kind = value["kind"];
  if (!isAppErrorKind(kind)) return undefined;
  return {
    kind,
    awsCode: textOf(value["awsCode"]),
    detail: textOf(value["detail"]),
    action: textOf(value["action"]),
    requestId: textOf(value["requestId"]),
    wasSent: value["wasSent"] !== false,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
