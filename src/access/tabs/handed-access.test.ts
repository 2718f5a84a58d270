import { expect, test } from "vitest";
import { handedFrom } from "./handed-access.ts";

const NOW_MS = Date.UTC(2026, 10, 26);
const MINUTE_MS = 60_000;
const CREDENTIALS = { accessKeyId: "ASIA1", secretAccessKey: "secret", sessionToken: "token" };
const HELD = {
  credentials: CREDENTIALS,
  refreshAtMs: NOW_MS + 55 * MINUTE_MS,
  uselessAtMs: NOW_MS + 59 * MINUTE_MS,
};
const USER = { sub: "1", name: "ada@example.com" };

test("access of somebody who has signed in is taken, without what else was sent", () => {
  const sent = {
    held: { ...HELD, credentials: { ...CREDENTIALS, expiration: "never" }, more: 1 },
    user: { ...USER, refresh_token: "r" },
  };
  expect(handedFrom(sent, true, NOW_MS)).toEqual({ held: HELD, user: USER });
});

test("a guest's access names nobody", () => {
  expect(handedFrom({ held: HELD }, false, NOW_MS)).toEqual({ held: HELD });
  expect(handedFrom({ held: HELD, user: USER }, false, NOW_MS)).toEqual({ held: HELD });
});

const withHeld = (change: object) => ({ held: { ...HELD, ...change }, user: USER });

test.each([
  ["nothing", undefined],
  ["a word", "coming"],
  ["a list", [HELD]],
  ["access of nobody", { held: HELD }],
  ["a user without a name", { held: HELD, user: { sub: "1" } }],
  ["a user whose id is no text", { held: HELD, user: { sub: 1, name: "Ada" } }],
  ["a user with an empty id", { held: HELD, user: { sub: "", name: "Ada" } }],
  ["a user in place of access", { user: USER }],
  ["no credentials", withHeld({ credentials: undefined })],
  ["an object for an access key", withHeld({ credentials: { ...CREDENTIALS, accessKeyId: {} } })],
  [
    "no session token, as keys that never expire",
    withHeld({ credentials: { ...CREDENTIALS, sessionToken: undefined } }),
  ],
  ["times that are texts", withHeld({ refreshAtMs: String(HELD.refreshAtMs) })],
  ["no time", withHeld({ refreshAtMs: undefined })],
  ["no number", withHeld({ uselessAtMs: Number.NaN })],
  ["a time that has passed", withHeld({ refreshAtMs: NOW_MS - 1 })],
  ["an end before the renewal", withHeld({ uselessAtMs: HELD.refreshAtMs - 1 })],
  ["credentials for ever", withHeld({ uselessAtMs: Number.POSITIVE_INFINITY })],
  ["credentials for a year", withHeld({ uselessAtMs: NOW_MS + 365 * 24 * 60 * MINUTE_MS })],
])("%s is no access", (_, value) => {
  expect(handedFrom(value, true, NOW_MS)).toBeUndefined();
});
