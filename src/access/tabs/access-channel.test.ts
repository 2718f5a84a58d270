import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Config } from "../../config/schema.ts";
import type { AccessAsk, AccessChannel } from "./access-channel.ts";
import { openAccessChannel } from "./access-channel.ts";
import type { HandedAccess } from "./handed-access.ts";

const CONFIG = {
  regions: ["us-east-1"],
  identityPoolId: "us-east-1:5a1b2c3d-0000-4000-8000-000000000000",
  signIn: { authority: "https://issuer.example", clientId: "client" },
} satisfies Config;
const GUESTS = {
  regions: ["us-east-1"],
  identityPoolId: CONFIG.identityPoolId,
  guest: { roleArn: "arn:aws:iam::123456789012:role/Guest" },
} satisfies Config;
const MINUTE_MS = 60_000;
/** Longer than any test, and none at all. */
const PATIENT = { patienceMs: MINUTE_MS, comingMs: MINUTE_MS };
const IMPATIENT = { patienceMs: 1, comingMs: 1 };

let key: string;
const stored = new Map<string, string>();
const raw: BroadcastChannel[] = [];

beforeEach(() => {
  key = crypto.randomUUID();
  stored.clear();
  vi.stubGlobal("document", {});
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
});
afterEach(() => {
  for (const channel of raw.splice(0)) channel.close();
  vi.unstubAllGlobals();
});

const tab = (config: Config = CONFIG) => openAccessChannel(config, key);

function access(accessKeyId = "ASIA1"): HandedAccess {
  const credentials = { accessKeyId, secretAccessKey: "secret", sessionToken: "token" };
  const nowMs = Date.now();
  const held = { credentials, refreshAtMs: nowMs + 55 * MINUTE_MS, uselessAtMs: nowMs + 59 * MINUTE_MS };
  return { held, user: { sub: "1", name: "ada@example.com" } };
}

/** A tab that hands over; gives what it was asked. */
function holder(
  handed: HandedAccess | "coming",
  config: Config = CONFIG,
): { asks: AccessAsk[]; tabs: AccessChannel } {
  const asks: AccessAsk[] = [];
  const tabs = tab(config);
  tabs.onAsk(async (ask, reply) => {
    asks.push(ask);
    reply(handed);
  });
  return { asks, tabs };
}

/** Another page of the origin, on the same channel. */
function stranger(): BroadcastChannel {
  const { authority, clientId } = CONFIG.signIn;
  const channel = new BroadcastChannel(`deploywatch access ${authority} ${clientId} ${key}`);
  raw.push(channel);
  return channel;
}

test("a tab that asks gets what another hands over, and says what it has no use for", async () => {
  const handed = access();
  const { asks } = holder(handed);
  expect(await tab().ask({ ...PATIENT, not: "ASIA0", sub: "1" })).toEqual(handed);
  expect(asks).toEqual([{ not: "ASIA0", sub: "1" }]);
});

test("guests hand over as well", async () => {
  const { held } = access();
  holder({ held }, GUESTS);
  expect(await tab(GUESTS).ask(PATIENT)).toEqual({ held });
});

test("nobody answers: the tab is told so after its patience", async () => {
  expect(await tab().ask(IMPATIENT)).toBeUndefined();
});

test("a tab whose access is on its way is waited for", async () => {
  const handed = access();
  const heard = new Promise<(handed: HandedAccess) => void>((resolve) => {
    tab().onAsk(async (_, reply) => {
      reply("coming");
      resolve(reply);
    });
  });
  const asked = tab().ask({ ...PATIENT, patienceMs: 2_000 });
  (await heard)(handed);
  expect(await asked).toEqual(handed);
});

test("what is on its way is not waited for for ever", async () => {
  const { asks } = holder("coming");
  const asked = tab().ask({ patienceMs: 1, comingMs: 1 });
  expect(await asked).toBeUndefined();
  await vi.waitFor(() => expect(asks).toHaveLength(1));
});

test.each<[string, Config]>([
  ["another identity pool", { ...CONFIG, identityPoolId: "us-east-1:5a1b2c3d-0000-4000-8000-000000000001" }],
  [
    "other scopes",
    { ...CONFIG, signIn: { authority: "https://issuer.example", clientId: "client", scopes: ["openid"] } },
  ],
  ["another client", { ...CONFIG, signIn: { authority: "https://issuer.example", clientId: "other" } }],
  ["an emulator", { ...CONFIG, emulator: { endpoint: "http://127.0.0.1:1" } }],
  ["guests", GUESTS],
])("a tab of a configuration with %s is not even asked", async (_, config) => {
  const { asks } = holder(access(), config);
  expect(await tab().ask(IMPATIENT)).toBeUndefined();
  const { asks: ownAsks } = holder(access());
  await tab().ask(PATIENT);
  expect(ownAsks).toHaveLength(1);
  expect(asks).toEqual([]);
});

test("without channels a tab is alone", async () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  const alone = tab();
  alone.onAsk(async () => {});
  expect(await alone.ask(PATIENT)).toBeUndefined();
  alone.end();
  expect(alone.ended.aborted).toBe(true);
});

test("a sign-out reaches every tab, ends what is being asked for, and nothing is handed over afterwards", async () => {
  const { asks, tabs: giver } = holder("coming");
  const asking = tab();
  const asked = asking.ask(PATIENT);
  await vi.waitFor(() => expect(asks).toHaveLength(1));
  const other = tab();
  other.end();
  expect(await asked).toBeUndefined();
  await vi.waitFor(() => expect(giver.ended.aborted).toBe(true));
  expect([asking.ended.aborted, other.ended.aborted]).toEqual([true, true]);
  expect(await asking.ask(PATIENT)).toBeUndefined();
  expect(await tab().ask(IMPATIENT)).toBeUndefined();
  expect(asks).toHaveLength(1);
});

test("what was on its way when somebody signed out is not handed over", async () => {
  const giver = tab();
  const heardOf = new Promise<(handed: HandedAccess) => void>((resolve) => {
    giver.onAsk(async (_, reply) => {
      reply("coming");
      resolve(reply);
    });
  });
  const line = stranger();
  const heard: unknown[] = [];
  line.addEventListener("message", ({ data }: MessageEvent<unknown>) => heard.push(data));
  const asked = tab().ask(PATIENT);
  await vi.waitFor(() => expect(JSON.stringify(heard)).toContain("coming"));
  const reply = await heardOf;
  giver.end();
  reply(access());
  expect(await asked).toBeUndefined();
  expect(JSON.stringify(heard)).not.toContain("ASIA1");
});

test("a forged answer with wrong types is as if it had not been sent; the right one still counts", async () => {
  const line = stranger();
  const nonsense: unknown[] = ["x", null, 7, [], { held: {} }, { ...access(), user: undefined }];
  const handed = access("GOOD");
  line.addEventListener("message", ({ data }: MessageEvent<{ ask?: string }>) => {
    if (data.ask === undefined) return;
    const send = line.postMessage.bind(line);
    for (const reply of nonsense) send({ version: 1, to: data.ask, reply });
    send({ version: 2, to: data.ask, reply: access("OTHER-RELEASE") });
    send({ version: 1, to: "another", reply: access("OF-ANOTHER") });
    send({ version: 1, to: data.ask, reply: handed });
  });
  expect(await tab().ask(PATIENT)).toEqual(handed);
});

test("a forged question gets no answer, and no word but one signs out", async () => {
  const { asks, tabs } = holder(access());
  const line = stranger();
  const send = line.postMessage.bind(line);
  const nonsense: unknown[] = [null, 7, "sign-out", ["signed-out"], { "signed-out": true }];
  for (const said of nonsense) send(said);
  send({ version: 1, ask: "1" });
  send({ version: 1, ask: 1, site: "" });
  send({ version: 1, ask: "1", site: { toString: "" } });
  await tab().ask(PATIENT);
  expect(asks).toHaveLength(1);
  expect(tabs.ended.aborted).toBe(false);
});
