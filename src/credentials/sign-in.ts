import type { User } from "oidc-client-ts";
import { ErrorResponse, ErrorTimeout, UserManager, WebStorageStateStore } from "oidc-client-ts";
import { oidcEndpoints } from "../config/oidc-endpoints.ts";
import type { SignInConfig } from "../config/schema.ts";
import { sessionStore } from "./session-store.ts";
import { settle } from "./settle.ts";
import { SignInEnded, SignInFailure } from "./sign-in-failure.ts";
import { faultFrom } from "./sign-in-fault-from.ts";
import { signOutUrl } from "./sign-out-url.ts";

const REQUEST_TIMEOUT_S = 6;
const REVOCATION_TIMEOUT_MS = 3_000;
/** A token is renewed so long before it expires, or in the middle of its life if that is shorter. */
const RENEW_AHEAD_S = 5 * 60;

/** The issuer's words for a fault of its own, which says nothing about the sign-in. */
const PASSING = new Set(["server_error", "temporarily_unavailable"]);

/** Somebody who has signed in. */
export interface SignedInUser {
  /** The issuer's id for the person, which never changes. */
  sub: string;
  /** An e-mail address or a name, for people to recognise. */
  name: string;
}

/** The way in and out through an OpenID issuer, and the ID token that proves who came in. One for each tab. */
export interface SignIn {
  /** Who is signed in in this tab; nobody is `undefined`. */
  user(): Promise<SignedInUser | undefined>;
  /**
   * An ID token that holds for some minutes more; renewed by the refresh token when it would not.
   * @param isRefused whether the one at hand was refused, so that it must be renewed whatever its age
   * @throws SignInEnded; a TypeError or TimeoutError when the issuer cannot be reached
   */
  idToken(isRefused?: boolean): Promise<string>;
  /**
   * Leaves for the issuer's pages. Only a random id goes with it; `returnTo` waits in this tab.
   * @throws SignInFailure
   */
  begin(returnTo: string): Promise<void>;
  /**
   * Takes the issuer's answer from the address that it led back to.
   * @returns what `begin` was told, unchecked
   * @throws SignInFailure
   */
  finish(url: string): Promise<unknown>;
  /** Revokes the refresh token, forgets everything, in other tabs too, and leaves for the issuer's sign-out. */
  end(): Promise<void>;
}

interface SignInContext {
  signIn: SignInConfig;
  /** Where the app lies, with a slash at its end: `https://deploys.example.com/`. */
  home: string;
  /** Called when another tab has signed out. */
  onEnd(): void;
}

/**
 * Signing in with authorization code and PKCE. Tokens are held in `sessionStorage`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function createSignIn(context: SignInContext): SignIn {
  const { signIn, home } = context;
  const endpoints = oidcEndpoints(signIn);
  const store = new WebStorageStateStore({ prefix: "deploywatch.oidc.", store: sessionStore().storage });
  const manager = new UserManager({
    authority: signIn.authority,
    client_id: signIn.clientId,
    redirect_uri: `${home}signed-in`,
    scope: (signIn.scopes ?? ["openid", "email"]).join(" "),
    metadata: {
      issuer: signIn.authority,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      ...(endpoints.revocation !== undefined && { revocation_endpoint: endpoints.revocation }),
    },
    userStore: store,
    stateStore: store,
    // Renewed when credentials are needed, by `idToken`: a timer would give up at the first failure.
    automaticSilentRenew: false,
    requestTimeoutInSeconds: REQUEST_TIMEOUT_S,
    silentRequestTimeoutInSeconds: REQUEST_TIMEOUT_S,
  });
  const tabs =
    "BroadcastChannel" in globalThis
      ? new BroadcastChannel(`deploywatch sign-out ${signIn.authority} ${signIn.clientId}`)
      : undefined;
  tabs?.addEventListener("message", () => {
    void manager.removeUser().then(() => context.onEnd());
  });

  async function renew(before: User | null): Promise<string> {
    const now = await manager.getUser();
    // A call that held the lock before this one has done it already.
    if (now?.id_token !== undefined && now.id_token !== before?.id_token) return now.id_token;
    if (!now?.refresh_token) throw new SignInEnded();
    try {
      const renewed = await manager.signinSilent();
      if (renewed?.id_token !== undefined) return renewed.id_token;
    } catch (error) {
      if (error instanceof ErrorTimeout) throw new DOMException(error.message, "TimeoutError");
      if (!(error instanceof ErrorResponse)) throw error;
      if (PASSING.has(error.error ?? "")) throw new TypeError("The issuer has a fault.", { cause: error });
      await manager.removeUser();
      throw new SignInEnded(error);
    }
    throw new SignInEnded();
  }

  return {
    async user() {
      const user = await manager.getUser();
      return user?.id_token === undefined ? undefined : { sub: user.profile.sub, name: nameOf(user) };
    },
    async idToken(isRefused = false) {
      const user = await manager.getUser();
      if (user?.id_token !== undefined && !isRefused && isFresh(user)) return user.id_token;
      return inTurn(() => renew(user));
    },
    async begin(returnTo) {
      if (!isSecureContext) throw new SignInFailure({ kind: "insecure" });
      if (!sessionStore().isLasting) throw new SignInFailure({ kind: "no-storage" });
      // In place of the page that cannot be shown yet, so that "back" does not lead into it.
      await manager.signinRedirect({ state: returnTo, redirectMethod: "replace" });
    },
    async finish(url) {
      try {
        return (await manager.signinRedirectCallback(url)).state;
      } catch (error) {
        throw new SignInFailure(faultFrom(error), error instanceof ErrorResponse ? error.state : undefined);
      }
    },
    async end() {
      const user = await manager.getUser();
      const revoked = manager.revokeTokens(["refresh_token"]);
      // What cannot be revoked expires.
      await settle(revoked, AbortSignal.timeout(REVOCATION_TIMEOUT_MS)).catch(() => {});
      await manager.removeUser();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin alone
      tabs?.postMessage("signed-out");
      location.assign(signOutUrl(endpoints, { clientId: signIn.clientId, idToken: user?.id_token, home }));
    },
  };
}

/** One renewal at a time in this browser: a duplicated tab holds the same refresh token, which is good for one use. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return "locks" in navigator ? navigator.locks.request("deploywatch sign-in", work) : work();
}

function isFresh({ profile }: User): boolean {
  const aheadS = Math.min(RENEW_AHEAD_S, (profile.exp - profile.iat) / 2);
  return Date.now() / 1000 < profile.exp - aheadS;
}

function nameOf({ profile }: User): string {
  return profile.email ?? profile.preferred_username ?? profile.name ?? profile.sub;
}
