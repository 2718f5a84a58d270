import type { AppErrorKind } from "../../errors/app-error.ts";
import { isTransientKind } from "../../errors/app-error.ts";
import { openTabsChannel, say } from "../../values/tabs-channel.ts";
import { JITTER, MAX_THROTTLED_MS } from "./poll-interval.ts";

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
  /**
   * Who takes what others say on a topic, and gives back whether it could be taken. What could not counts as if it had
   * not been sent.
   */
  onBody(topic: string, take: (message: TabMessage) => Promise<boolean>): void;
  /** Whether messages of other tabs are ignored. */
  setDeaf(isDeaf: boolean): void;
}

/** Tabs of another release, which may speak otherwise, do not listen to each other. */
const VERSION = 3;
/** No poll is announced for later than this. */
const MAX_NEXT_MS = (1 + JITTER) * MAX_THROTTLED_MS;
/** How far ahead another tab's time may seem to be. Both are read from the same clock, which may be corrected in between. */
const AHEAD_MS = 5_000;

const MUTE: TabChannel = {
  post() {},
  heard: () => undefined,
  isOutdated: () => false,
  onBody() {},
  setDeaf() {},
};

/**
 * The channel of that name. What comes over it is checked: anything else than a message of this version is as if
 * it had not been sent. Where the browser has no channels nobody hears anything.
 *
 * @param key for tests: what the tabs of this browser share
 */
export function createTabChannel(name: string, key?: string): TabChannel {
  const channel = openTabsChannel(name, key);
  if (!channel) return MUTE;
  const latest = new Map<string, TabMessage>();
  const newestAnswers = new Map<string, number>();
  let isDeaf = false;
  const takers = new Map<string, (message: TabMessage) => Promise<boolean>>();
  const isOutdated = (topic: string, askedAtMs: number) =>
    isBefore(askedAtMs, newestAnswers.get(topic), Date.now());
  const noteAnswer = ({ topic, askedAtMs, body }: TabMessage) => {
    if (body !== undefined) newestAnswers.set(topic, askedAtMs);
  };
  async function hear(data: unknown): Promise<void> {
    const message = isDeaf ? undefined : messageFrom(data, Date.now());
    if (!message || isOutdated(message.topic, message.askedAtMs)) return;
    if (isBefore(message.askedAtMs, latest.get(message.topic)?.askedAtMs, Date.now())) return;
    if (message.body !== undefined && !(await takers.get(message.topic)?.(message))) return;
    latest.set(message.topic, message);
    noteAnswer(message);
  }
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    hear(data).catch(() => {}); // What cannot be taken is as if it had not been sent.
  });
  return {
    post: (message) => {
      noteAnswer(message);
      say(channel, { version: VERSION, ...message });
    },
    heard: (topic) => latest.get(topic),
    isOutdated,
    onBody: (topic, take) => void takers.set(topic, take),
    setDeaf: (deaf) => {
      isDeaf = deaf;
    },
  };
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
  // Nothing was asked for later than now.
  return {
    topic,
    askedAtMs: Math.min(askedAtMs, nowMs),
    atMs: Math.min(atMs, nowMs),
    nextInMs,
    body,
    failure,
  };
}

type Unchecked = Partial<Record<"version" | keyof TabMessage, unknown>>;

const NOTHING: Unchecked = {};

function isUpTo(most: number, value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= most;
}
