import { isRecord } from "../../values/is-record.ts";
import type { HeldCredentials } from "../resilient-credentials.ts";
import type { SignedInUser } from "../sign-in/sign-in.ts";

/** What one tab hands to another, from memory to memory: credentials, and who they were given to. Never a token. */
export interface HandedAccess {
  held: HeldCredentials;
  /** Absent for guests. */
  user?: SignedInUser | undefined;
}

/** AWS gives no role's credentials for longer. */
const MAX_LIFETIME_MS = 12 * 3_600_000;

/**
 * What another tab has sent as access. Any page of this origin can send something, so it is taken apart: nothing but
 * these members, with these types and with times that can be.
 *
 * @param hasUsers whether people sign in, so that somebody must be named, or everybody is a guest
 * @param nowMs the device's clock, from which the sender has its times (epoch ms)
 * @returns `undefined` for anything else
 */
export function handedFrom(value: unknown, hasUsers: boolean, nowMs: number): HandedAccess | undefined {
  if (!isRecord(value) || !isRecord(value["held"])) return undefined;
  const { credentials, refreshAtMs, uselessAtMs } = value["held"];
  if (!isRecord(credentials)) return undefined;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  if (!isText(accessKeyId) || !isText(secretAccessKey) || !isText(sessionToken)) return undefined;
  if (!isBetween(nowMs, refreshAtMs, nowMs + MAX_LIFETIME_MS)) return undefined;
  if (!isBetween(refreshAtMs, uselessAtMs, nowMs + MAX_LIFETIME_MS)) return undefined;
  const held = { credentials: { accessKeyId, secretAccessKey, sessionToken }, refreshAtMs, uselessAtMs };
  if (!hasUsers) return { held };
  if (!isRecord(value["user"])) return undefined;
  const { sub, name } = value["user"];
  return isText(sub) && isText(name) ? { held, user: { sub, name } } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isBetween(least: number, value: unknown, most: number): value is number {
  return typeof value === "number" && value >= least && value <= most;
}
