import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Config } from "../../config/schema.ts";
import { startClock, timeOutByTimers } from "../../../testing/stopped-clock.ts";
import { identityMemory, personOf } from "../identity-memory.ts";
import { SignInEnded } from "../sign-in/sign-in-failure.ts";
import type { HeldCredentials, SharedCredentials } from "../resilient-credentials.ts";
import { resilientCredentials } from "../resilient-credentials.ts";
import type { AccessChannel } from "./access-channel.ts";
import { openAccessChannel } from "./access-channel.ts";
import { handOver } from "./hand-over.ts";
import type { HandedAccess } from "./handed-access.ts";
import { handedExchange } from "./handed-exchange.ts";

const AUTHORITY = "https://issuer.example";
const CONFIG: Config = {
  regions: ["us-east-1"],
  identityPoolId: "us-east-1:5a1b2c3d-0000-4000-8000-000000000000",
  signIn: { authority: AUTHORITY, clientId: "client" },
};
const ADA = { sub: "ada", name: "ada@example.com" };
const BO = { sub: "bo", name: "bo@example.com" };
const MINUTE_MS = 60_000;
const PATIENT = { patienceMs: MINUTE_MS, comingMs: MINUTE_MS };
const IMPATIENT = { patienceMs: 30, comingMs: MINUTE_MS };

let key: string;
const stored = new Map<string, string>();

beforeEach(() => {
  key = crypto.randomUUID();
  stored.clear();
  vi.stubGlobal("document", {});
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
  greet(ADA);
});
afterEach(startClock);

const greet = ({ sub }: typeof ADA) => identityMemory(CONFIG).greet(personOf(AUTHORITY, sub));
const open = () => openAccessChannel(CONFIG, key);

/** A tab of somebody, which hands over; with tokens it exchanges them. */
function tabOf(user: typeof ADA, { hasTokens = true, isDown = false } = {}) {
  const tabs = open();
  const state = { exchanges: 0, hasTried: false };
  const source = resilientCredentials(async () => {
    state.hasTried = true;
    if (isDown) throw new TypeError("Failed to fetch");
    state.exchanges += 1;
    return {
      accessKeyId: `${user.sub}-${state.exchanges}`,
      secretAccessKey: "secret",
      sessionToken: "token",
      expiration: new Date(Date.now() + 60 * MINUTE_MS),
    };
  });
  const signIn = { user: async () => (hasTokens ? user : undefined) };
  handOver(CONFIG, tabs, source, { user, signIn });
  return { tabs, source, state };
}

test("credentials that a tab holds are handed over as they are, with the time until which they serve", async () => {
  const { source, state } = tabOf(ADA);
  await source.provide();
  const handed = await open().ask(PATIENT);
  expect(handed?.user).toEqual(ADA);
  expect(handed?.held.credentials).toEqual({
    accessKeyId: "ada-1",
    secretAccessKey: "secret",
    sessionToken: "token",
  });
  expect(handed?.held.refreshAtMs).toBe(source.spare()?.refreshAtMs);
  expect(state.exchanges).toBe(1);
});

test("a tab that holds none yet, as one on the home page, gets some for the tab that asks", async () => {
  const { state } = tabOf(ADA);
  expect((await open().ask(PATIENT))?.held.credentials.accessKeyId).toBe("ada-1");
  expect(state.exchanges).toBe(1);
});

test("credentials that AWS has refused to the other tab are exchanged, once for all that ask", async () => {
  const { source, state } = tabOf(ADA);
  await source.provide();
  const asking = [open(), open()].map((tabs) => tabs.ask({ ...PATIENT, not: "ada-1" }));
  const handed = await Promise.all(asking);
  expect(handed.map((each) => each?.held.credentials.accessKeyId)).toEqual(["ada-2", "ada-2"]);
  expect(state.exchanges).toBe(2);
  expect(source.held()?.accessKeyId).toBe("ada-2");
});

test("a tab without tokens hands over what it holds, and gets nothing anew", async () => {
  const { source, state } = tabOf(ADA, { hasTokens: false });
  await source.provide();
  expect((await open().ask(PATIENT))?.held.credentials.accessKeyId).toBe("ada-1");
  expect(await open().ask({ ...IMPATIENT, not: "ada-1" })).toBeUndefined();
  expect(state.exchanges).toBe(1);
});

test("a new tab gets the access of whoever signed in last, never another's", async () => {
  const ada = tabOf(ADA);
  await ada.source.provide();
  greet(BO);
  expect(await open().ask(IMPATIENT)).toBeUndefined();
  const bo = tabOf(BO);
  await bo.source.provide();
  expect((await open().ask(PATIENT))?.user).toEqual(BO);
});

test("a tab that was let in before somebody else signed in goes on with the person who it is", async () => {
  tabOf(ADA);
  tabOf(BO);
  greet(BO);
  expect((await open().ask({ ...PATIENT, sub: "ada" }))?.user).toEqual(ADA);
});

test("after a sign-out nothing is handed over any more", async () => {
  const { source, tabs } = tabOf(ADA);
  await source.provide();
  tabs.end();
  expect(await open().ask(IMPATIENT)).toBeUndefined();
});

/** What a tab that another has let in asks with. */
function handedCredentials(tabs: AccessChannel, handed: HandedAccess): SharedCredentials {
  const source = resilientCredentials(handedExchange(tabs, handed), handed.held);
  tabs.ended.addEventListener("abort", () => source.forget());
  return source;
}

/** A tab that the first one has let in. */
async function letIn(): Promise<SharedCredentials> {
  const tabs = open();
  const handed = await tabs.ask(PATIENT);
  if (!handed) throw new Error("Nobody has answered.");
  return handedCredentials(tabs, handed);
}

test("a tab that was let in asks nobody until its credentials are refused; then the tab with the tokens renews them", async () => {
  const { state } = tabOf(ADA);
  const source = await letIn();
  expect((await source.provide()).accessKeyId).toBe("ada-1");
  expect(state.exchanges).toBe(1);
  source.renew();
  expect((await source.provide()).accessKeyId).toBe("ada-2");
});

test("a tab that was let in lets others in", async () => {
  const first = tabOf(ADA);
  const tabs = open();
  const handed = await tabs.ask(PATIENT);
  if (!handed) throw new Error("Nobody has answered.");
  handOver(CONFIG, tabs, handedCredentials(tabs, handed), {
    user: ADA,
    signIn: { user: async () => undefined },
  });
  // As a tab that the browser has frozen: what it would say is not heard.
  first.source.forget();
  expect((await open().ask(PATIENT))?.held.credentials.accessKeyId).toBe("ada-1");
});

test("where the tab with the tokens cannot renew, that is a fault that may pass, and held credentials serve", async () => {
  const { state } = tabOf(ADA, { isDown: true });
  const tabs = open();
  const source = handedCredentials(tabs, { user: ADA, held: held(-1, MINUTE_MS) });
  stopTimers();
  const outcome = source.anew().catch((error: unknown) => error);
  await vi.waitFor(() => expect(state.hasTried).toBe(true));
  await pass(10_000);
  expect(await outcome).toHaveProperty("name", "TimeoutError");
  expect((await source.provide()).accessKeyId).toBe("ada-0");
});

test("where no tab has tokens any more, what is held serves to its end, and then the sign-in is over", async () => {
  stopTimers();
  const tabs = open();
  const source = handedCredentials(tabs, { user: ADA, held: held(-1, MINUTE_MS) });
  expect((await source.provide()).accessKeyId).toBe("ada-0");
  const outcome = source.anew().catch((error: unknown) => error);
  await pass(3_000);
  expect(await outcome).toBeInstanceOf(SignInEnded);
  expect((await source.provide()).accessKeyId).toBe("ada-0");
  const last = handedCredentials(tabs, { user: ADA, held: held(-2, -1) }).provide();
  const ending = last.catch((error: unknown) => error);
  await pass(3_000);
  expect(await ending).toBeInstanceOf(SignInEnded);
});

test("a sign-out in any tab ends a tab that was let in, at once", async () => {
  const { tabs } = tabOf(ADA);
  const source = await letIn();
  tabs.end();
  await vi.waitFor(() => expect(source.held()).toBeUndefined());
  await expect(source.provide()).rejects.toThrow(SignInEnded);
});

/** Lets time-outs stand still, but not what other tabs say. */
function stopTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  timeOutByTimers();
}

/** In small steps: one time-out sets the next. */
async function pass(ms: number): Promise<void> {
  for (let passedMs = 0; passedMs < ms; passedMs += 100) await vi.advanceTimersByTimeAsync(100);
}

function held(refreshInMs: number, uselessInMs: number): HeldCredentials {
  const credentials = { accessKeyId: "ada-0", secretAccessKey: "secret", sessionToken: "token" };
  return { credentials, refreshAtMs: Date.now() + refreshInMs, uselessAtMs: Date.now() + uselessInMs };
}
