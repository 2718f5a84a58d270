/** What one tab tells the others. Never an error, never credentials. */
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
}

/** A line to the other tabs of this browser. */
export interface TabChannel {
  post(message: TabMessage): void;
  /** The latest message on a topic, whatever it says; absent before one. */
  heard(topic: string): TabMessage | undefined;
  onMessage(listener: (message: TabMessage) => void): void;
  /** Closes its ears, or opens them again. */
  setDeaf(isDeaf: boolean): void;
}

/** Tabs of another release, which may speak otherwise, do not listen to each other. */
const VERSION = 1;

const MUTE: TabChannel = { post() {}, heard: () => undefined, onMessage() {}, setDeaf() {} };

/**
 * The channel of that name. What comes over it is checked: anything else than a message of this version is as if
 * it had not been sent. Without BroadcastChannel nobody hears anything.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Broadcast_Channel_API
 */
export function createTabChannel(name: string): TabChannel {
  if (!globalThis.document || !globalThis.BroadcastChannel) return MUTE;
  const channel = new BroadcastChannel(name);
  const latest = new Map<string, TabMessage>();
  let isDeaf = false;
  const listeners: ((message: TabMessage) => void)[] = [];
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = isDeaf ? undefined : messageFrom(data);
    if (!message || message.askedAtMs < (latest.get(message.topic)?.askedAtMs ?? 0)) return;
    latest.set(message.topic, message);
    for (const listener of listeners) listener(message);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    post: (message) => channel.postMessage({ version: VERSION, ...message }),
    heard: (topic) => latest.get(topic),
    onMessage: (listener) => void listeners.push(listener),
    setDeaf: (deaf) => {
      isDeaf = deaf;
    },
  };
}

/** A message as it should be, or `undefined`. Its body is for the topic's own listener to check. */
export function messageFrom(data: unknown): TabMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { version, topic, askedAtMs, atMs, nextInMs, body } = { ...NOTHING, ...data };
  if (version !== VERSION || typeof topic !== "string") return undefined;
  if (!isTime(askedAtMs) || !isTime(atMs) || !isTime(nextInMs)) return undefined;
  return { topic, askedAtMs, atMs, nextInMs, body };
}

type Unchecked = Partial<Record<"version" | keyof TabMessage, unknown>>;

const NOTHING: Unchecked = {};

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
