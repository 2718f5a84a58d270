import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startClock, stopClock } from "../../testing/stopped-clock.ts";
import { resilientCredentials } from "./resilient-credentials.ts";

const MINUTE_MS = 60_000;

beforeEach(stopClock);
afterEach(startClock);

/** An exchange whose credentials live for an hour, and which fails while `isDown`. */
function cognito() {
  const state = { calls: 0, isDown: false, isHung: false };
  const exchange = async () => {
    state.calls += 1;
    if (state.isHung) return new Promise<never>(() => {});
    if (state.isDown) throw new Error("Cognito is down");
    return {
      accessKeyId: `ASIA${state.calls}`,
      secretAccessKey: "secret",
      expiration: new Date(Date.now() + 60 * MINUTE_MS),
    };
  };
  return { state, source: resilientCredentials(exchange) };
}

test("fifty simultaneous requests make one exchange", async () => {
  const { state, source } = cognito();
  await Promise.all(Array.from({ length: 50 }, () => source.provide()));
  expect(state.calls).toBe(1);
});

test("credentials are used until five minutes before they expire, then refreshed behind the request", async () => {
  const { state, source } = cognito();
  await source.provide();
  vi.advanceTimersByTime(54 * MINUTE_MS);
  await source.provide();
  expect(state.calls).toBe(1);
  vi.advanceTimersByTime(2 * MINUTE_MS);
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA1");
  expect(state.calls).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
});

test("while Cognito is down, valid credentials serve, and it is asked every 15 s at most", async () => {
  const { state, source } = cognito();
  await source.provide();
  vi.advanceTimersByTime(56 * MINUTE_MS);
  state.isDown = true;
  for (let second = 0; second < 20; second += 1) {
    expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA1");
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(state.calls).toBe(3);
});

test("expired credentials are never served", async () => {
  const { state, source } = cognito();
  await source.provide();
  state.isDown = true;
  vi.advanceTimersByTime(60 * MINUTE_MS);
  await expect(source.provide()).rejects.toThrow("Cognito is down");
});

test("a failed exchange is not remembered", async () => {
  const { state, source } = cognito();
  state.isDown = true;
  await expect(source.provide()).rejects.toThrow("Cognito is down");
  state.isDown = false;
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
});

test("a hung exchange is given up after eight seconds", async () => {
  const { state, source } = cognito();
  const timeout = vi.spyOn(AbortSignal, "timeout");
  state.isHung = true;
  const outcome = source.provide().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await outcome).toHaveProperty("name", "TimeoutError");
  expect(timeout).toHaveBeenCalledWith(8_000);
});

test("refused credentials are exchanged for new ones", async () => {
  const { source } = cognito();
  await source.provide();
  source.renew();
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
});

test("several calls that are refused with the same credentials lead to one exchange", async () => {
  const { state, source } = cognito();
  const refused = await source.provide();
  expect(source.held()).toBe(refused);
  source.renew(refused);
  await source.provide();
  source.renew(refused);
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
  expect(state.calls).toBe(2);
});

test("credentials that were refused while new ones were on their way are replaced by those", async () => {
  const { state, source } = cognito();
  await source.provide();
  vi.advanceTimersByTime(56 * MINUTE_MS);
  await source.provide();
  source.renew();
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
  expect(await source.provide()).toHaveProperty("accessKeyId", "ASIA2");
  expect(state.calls).toBe(2);
});

test("after a sign-out nothing is served, not even what was on its way", async () => {
  let isSignedOut = false;
  const answers: (() => void)[] = [];
  const source = resilientCredentials(async () => {
    if (isSignedOut) throw new Error("The sign-in has ended.");
    await new Promise<void>((resolve) => answers.push(resolve));
    return { accessKeyId: "ASIA", secretAccessKey: "s", expiration: new Date(Date.now() + 60 * MINUTE_MS) };
  });
  const underWay = source.provide();
  isSignedOut = true;
  source.forget();
  for (const answer of answers) answer();
  await expect(underWay).rejects.toThrow("The sign-in has ended.");
  await expect(source.provide()).rejects.toThrow("The sign-in has ended.");
});

test("short-lived credentials are not refreshed on every request", async () => {
  let calls = 0;
  const source = resilientCredentials(async () => {
    calls += 1;
    return { accessKeyId: "ASIA", secretAccessKey: "s", expiration: new Date(Date.now() + 4 * MINUTE_MS) };
  });
  await source.provide();
  await source.provide();
  expect(calls).toBe(1);
});

test("another tab is given what is held, until it is to be exchanged, with the times at which that is", async () => {
  const { source } = cognito();
  expect(source.spare()).toBeUndefined();
  await source.provide();
  const spare = source.spare();
  expect(spare?.credentials).toHaveProperty("accessKeyId", "ASIA1");
  expect(spare?.refreshAtMs).toBe(Date.now() + 55 * MINUTE_MS);
  expect(Number(spare?.uselessAtMs)).toBeLessThan(Date.now() + 60 * MINUTE_MS);
  vi.advanceTimersByTime(56 * MINUTE_MS);
  expect(source.spare()).toBeUndefined();
});

test("credentials of another tab serve for as long as there, and an exchange is told when they were refused", async () => {
  const credentials = { accessKeyId: "ASIA0", secretAccessKey: "secret" };
  const refusals: unknown[] = [];
  const exchange = async (refused: unknown) => {
    refusals.push(refused);
    return { accessKeyId: `ASIA${refusals.length}`, secretAccessKey: "secret" };
  };
  const first = { credentials, refreshAtMs: Date.now() + MINUTE_MS, uselessAtMs: Date.now() + 2 * MINUTE_MS };
  const source = resilientCredentials(exchange, first);
  expect(await source.provide()).toBe(credentials);
  expect(refusals).toEqual([]);
  vi.advanceTimersByTime(MINUTE_MS);
  await source.provide();
  expect(refusals, "because it is time").toEqual([undefined]);
  await vi.advanceTimersByTimeAsync(1);
  const second = await source.provide();
  source.renew(second);
  await source.provide();
  expect(refusals).toEqual([undefined, second]);
});
