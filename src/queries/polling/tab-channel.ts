import type { DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { isTransientKind } from "../../errors/app-error.ts";
import { isRecord } from "../../values/is-record.ts";
import type { TargetsState } from "./targets-state.ts";

/** What one tab tells the others. Never credentials, and of an error its kind alone. */
export interface TabMessage {
  /** What it is about: `deployment` or `targets`. */
  topic: string;
  /** When the answer was asked for (epoch ms): an answer that was asked for earlier never replaces a later one. */
  askedAtMs: number;
  /** When it came (epoch ms). */
  atMs: number;
  /** In how many milliseconds the next message is due. */
  nextInMs: number;
  /** Absent: nothing has changed, or AWS did not answer; the tab is alive and goes on. */
  body: unknown;
  /** Why AWS did not answer, where a later try may cure it; absent when it did. */
  failure: AppErrorKind | undefined;
}

/** A line to the other tabs of this browser. */
export interface TabChannel {
  post(message: TabMessage): void;
  /** The latest message of another tab on a topic, whatever it says; absent before one. */
  heard(topic: string): TabMessage | undefined;
  /** Whether an answer on a topic is known, by this tab or another, that was asked for later. */
  isOutdated(topic: string, askedAtMs: number): boolean;
  onMessage(listener: (message: TabMessage) => void): void;
  /** Whether messages of other tabs are ignored. */
  setDeaf(isDeaf: boolean): void;
}

/** Tabs of another release, which may speak otherwise, do not listen to each other. */
const VERSION = 2;
/** No poll is announced for later than this. */
const MAX_NEXT_MS = 5 * 60_000;
/** How far ahead another tab's time may seem to be. Both are read from the same clock, which may be corrected in between. */
const AHEAD_MS = 5_000;

const MUTE: TabChannel = {
  post() {},
  heard: () => undefined,
  isOutdated: () => false,
  onMessage() {},
  setDeaf() {},
};

/**
 * The channel of that name. What comes over it is checked: anything else than a message of this version is as if
 * it had not been sent. Without BroadcastChannel nobody hears anything.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Broadcast_Channel_API
 */
export function createTabChannel(name: string): TabChannel {
  const channel = openChannel(name);
  if (!channel) return MUTE;
  const latest = new Map<string, TabMessage>();
  const newestAnswers = new Map<string, number>();
  let isDeaf = false;
  const listeners: ((message: TabMessage) => void)[] = [];
  const isOutdated = (topic: string, askedAtMs: number) =>
    isBefore(askedAtMs, newestAnswers.get(topic), Date.now());
  const noteAnswer = ({ topic, askedAtMs, body }: TabMessage) => {
    if (body !== undefined) newestAnswers.set(topic, askedAtMs);
  };
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = isDeaf ? undefined : messageFrom(data, Date.now());
    if (!message || isOutdated(message.topic, message.askedAtMs)) return;
    if (isBefore(message.askedAtMs, latest.get(message.topic)?.askedAtMs, Date.now())) return;
    latest.set(message.topic, message);
    noteAnswer(message);
    for (const listener of listeners) listener(message);
  });
  return {
    post: (message) => {
      noteAnswer(message);
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
        channel.postMessage({ version: VERSION, ...message });
      } catch {
        // What cannot be told (too large, or no copy can be made of it) the others ask AWS for themselves.
      }
    },
    heard: (topic) => latest.get(topic),
    isOutdated,
    onMessage: (listener) => void listeners.push(listener),
    setDeaf: (deaf) => {
      isDeaf = deaf;
    },
  };
}

/** A browser may have no such channels, or keep them from this page. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return globalThis.document && new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/** Whether a time is the earlier one. One that lies ahead is from before the clock was set back, and orders nothing. */
function isBefore(timeMs: number, otherMs: number | undefined, nowMs: number): boolean {
  return otherMs !== undefined && otherMs <= nowMs + AHEAD_MS && timeMs < otherMs;
}

/** A message as it should be at this moment, or `undefined`. Its body is for the topic's own listener to check. */
export function messageFrom(data: unknown, nowMs: number): TabMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { version, topic, askedAtMs, atMs, nextInMs, body, failure } = { ...NOTHING, ...data };
  if (version !== VERSION || typeof topic !== "string") return undefined;
  if (failure !== undefined && !isTransientKind(failure)) return undefined;
  const latestMs = nowMs + AHEAD_MS;
  if (!isUpTo(latestMs, askedAtMs) || !isUpTo(latestMs, atMs) || !isUpTo(MAX_NEXT_MS, nextInMs))
    return undefined;
  return { topic, askedAtMs, atMs, nextInMs, body, failure };
}

type Unchecked = Partial<Record<"version" | keyof TabMessage, unknown>>;

const NOTHING: Unchecked = {};

function isUpTo(most: number, value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= most;
}

/**
 * Whether what another tab has sent has the shape of an answer. What is inside is as optional and as unreliable as an
 * answer of AWS itself, and is read with the same care.
 */
export function isAnswer(body: unknown): body is DeploymentAnswer {
  if (!isRecord(body) || !("raw" in body)) return false;
  const { deployment } = body;
  return isRecord(deployment) && isTextOrAbsent(deployment["status"]);
}

/** Whether what another tab has sent has the shape of what is known of targets. */
export function isTargetsState(body: unknown): body is TargetsState {
  if (!isRecord(body)) return false;
  const { list, settled, missing, readAtMs } = body;
  if (!isRecord(list) || !(settled instanceof Set) || !(missing instanceof Set)) return false;
  if (!(readAtMs instanceof Map)) return false;
  const { ids, entries } = list;
  return (
    Array.isArray(ids) &&
    ids.every((id) => typeof id === "string") &&
    entries instanceof Map &&
    [...entries.values()].every((entry) => isRecord(entry) && typeof entry["kind"] === "string")
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
