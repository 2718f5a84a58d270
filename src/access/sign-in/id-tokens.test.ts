import { ErrorResponse, ErrorTimeout, User } from "oidc-client-ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIdTokens, renewalFailure } from "./id-tokens.ts";
import { startClock, stopDates } from "../../../testing/stopped-clock.ts";
import { SignInEnded } from "./sign-in-failure.ts";

const HOUR_S = 3_600;
const NOW_S = 1_800_000_000;

beforeEach(() => {
  vi.stubGlobal("navigator", {});
  stopDates(NOW_S * 1000);
});
afterEach(startClock);

interface Issuer {
  /** The issuer's time of the first token (epoch seconds). */
  issuedAtS?: number;
  refreshToken?: string;
  /** What it answers to a refresh token; throws for a refusal. */
  renews?: () => User;
}

/** Somebody with a token that lasts for an hour by the issuer's clock. */
function signedIn({ issuedAtS = NOW_S, refreshToken, renews }: Issuer) {
  let kept: User | undefined = userWith("first", issuedAtS, refreshToken);
  const signinSilent = vi.fn<() => Promise<User | null>>(async () => {
    kept = renews?.();
    return kept ?? null;
  });
  const removeUser = vi.fn<() => Promise<void>>(async () => {
    kept = undefined;
  });
  const idTokens = createIdTokens(
    { stored: async () => kept, renewed: signinSilent, remove: removeUser },
    async () => {},
  );
  return { idTokens, signinSilent, removeUser };
}

function userWith(idToken: string, iat: number, refreshToken = ""): User {
  const profile = { iss: "https://issuer.example", sub: "ada", aud: "app", iat, exp: iat + HOUR_S };
  return new User({
    id_token: idToken,
    access_token: "",
    token_type: "Bearer",
    profile,
    ...(refreshToken && { refresh_token: refreshToken }),
  });
}

test("a token is used until five minutes before its end, then renewed", async () => {
  const renews = () => userWith("second", NOW_S + HOUR_S, "r2");
  const { idTokens, signinSilent } = signedIn({ refreshToken: "r1", renews });
  vi.setSystemTime((NOW_S + 54 * 60) * 1000);
  expect(await idTokens.get(false)).toBe("first");
  vi.setSystemTime((NOW_S + 56 * 60) * 1000);
  expect(await idTokens.get(false)).toBe("second");
  expect(signinSilent).toHaveBeenCalledOnce();
});

test("where the device's clock is fast, a token that has just come is not renewed again", async () => {
  const renews = () => userWith("second", NOW_S - 2 * HOUR_S, "r2");
  const { idTokens, signinSilent } = signedIn({ issuedAtS: NOW_S - 2 * HOUR_S, refreshToken: "r1", renews });
  expect(await idTokens.get(false)).toBe("second");
  expect(await idTokens.get(false)).toBe("second");
  expect(signinSilent).toHaveBeenCalledOnce();
});

test("without a refresh token, the token at hand is used for as long as it is not refused", async () => {
  const { idTokens, removeUser } = signedIn({ issuedAtS: NOW_S - 2 * HOUR_S });
  expect(await idTokens.get(false)).toBe("first");
  await expect(idTokens.get(true)).rejects.toHaveProperty("name", "SignInEnded");
  expect(removeUser).toHaveBeenCalledOnce();
});

test("an answer without a new ID token renews nothing: the old one is used unless it was refused", async () => {
  const renews = () => userWith("first", NOW_S, "r2");
  const { idTokens } = signedIn({ refreshToken: "r1", renews });
  vi.setSystemTime((NOW_S + 56 * 60) * 1000);
  expect(await idTokens.get(false)).toBe("first");
  await expect(idTokens.get(true)).rejects.toHaveProperty("name", "SignInEnded");
});

test("a token that was refused is renewed whatever its age", async () => {
  const { idTokens } = signedIn({ refreshToken: "r1", renews: () => userWith("second", NOW_S, "r2") });
  expect(await idTokens.get(true)).toBe("second");
});

test("a refusal for good ends the sign-in, a passing fault does not", async () => {
  let error = "temporarily_unavailable";
  const renews = () => {
    throw new ErrorResponse({ error });
  };
  const { idTokens, removeUser } = signedIn({ refreshToken: "r1", renews });
  await expect(idTokens.get(true)).rejects.toHaveProperty("name", "TypeError");
  expect(removeUser).not.toHaveBeenCalled();
  error = "invalid_grant";
  await expect(idTokens.get(true)).rejects.toHaveProperty("name", "SignInEnded");
  await expect(idTokens.get(false)).rejects.toHaveProperty("name", "SignInEnded");
});

test.each(["invalid_grant", "invalid_client", "unauthorized_client"])("%s ends the sign-in", (error) => {
  expect(renewalFailure(new ErrorResponse({ error }))).toBeInstanceOf(SignInEnded);
});

test.each([
  [new ErrorResponse({ error: "server_error" }), "TypeError"],
  [new ErrorResponse({ error: "temporarily_unavailable" }), "TypeError"],
  [new ErrorResponse({ error: "slow_down" }), "TypeError"],
  [new Error("Service Unavailable (503)"), "TypeError"],
  [new Error("Invalid response Content-Type: text/html, from URL: https://issuer.example"), "TypeError"],
  [new SyntaxError("Unexpected token '<'"), "TypeError"],
  [new TypeError("Failed to fetch"), "TypeError"],
  [new ErrorTimeout("Network timed out"), "TimeoutError"],
  [new DOMException("signal timed out", "TimeoutError"), "TimeoutError"],
  ["what", "TypeError"],
])("%s does not", (error, name) => {
  expect(renewalFailure(error)).toHaveProperty("name", name);
});
