import type { StateStore } from "oidc-client-ts";
import { oidcEndpoints } from "../../config/oidc-endpoints.ts";
import type { SignInConfig } from "../../config/schema.ts";
import { isRecord } from "../../values/is-record.ts";
import { loadedOnce } from "../../values/loaded-once.ts";
import { settle } from "../../values/settle.ts";
import type { AccessChannel } from "../tabs/access-channel.ts";
import type { IdentityMemory } from "../identity-memory.ts";
import { personOf } from "../identity-memory.ts";
import { createIdTokens } from "./id-tokens.ts";
import { REQUEST_TIMEOUT_MS } from "./request-timeout.ts";
import { SignInFailure, faultFrom } from "./sign-in-failure.ts";
import { ClosableStore, PrefixedStore, sessionStore } from "./sign-in-store.ts";
import { revokeRefreshToken, signOutUrl } from "./sign-out.ts";
import type { StoredUser } from "./stored-user.ts";
import { removeStoredUser, storedUser } from "./stored-user.ts";

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
   * Loads the OIDC library, which begins a sign-in, takes its answer and renews it, before it is needed. What fails is tried again then.
   */
  prepare(): void;
  /**
   * An ID token that holds for some minutes more, renewed by the refresh token when it would not; the one at hand
   * from an issuer that gives no refresh tokens.
   * @param isRefused whether the one at hand was refused, so that it must be renewed whatever its age
   * @throws SignInEnded; a TypeError or TimeoutError when the issuer cannot be reached or has a fault
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
  /** Forgets everything and revokes the refresh token, in every tab, and leaves for the issuer's sign-out. */
  end(): Promise<void>;
}

interface SignInContext {
  signIn: SignInConfig;
  /** Where the app lies, with a slash at its end: `https://deploys.example.com/`. */
  home: string;
  /** Where the issuer leads back to, registered there: `https://deploys.example.com/signed-in`. */
  callback: string;
  /** To this browser's other tabs, which end with this one. */
  tabs: AccessChannel;
  /** Remembers who came in. */
  memory: IdentityMemory;
  /** Called when this tab, or another, has signed out. */
  onEnd: () => void;
}

/**
 * Signing in with authorization code and PKCE. Tokens are held in `sessionStorage`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function createSignIn({ signIn, home, callback, tabs, memory, onEnd }: SignInContext): SignIn {
  const { authority, clientId } = signIn;
  const endpoints = oidcEndpoints(signIn);
  const { storage: store } = sessionStore();
  // Apart, so that the state in a link can name no entry of a user.
  const states = new PrefixedStore("deploywatch.state.", store);
  const users = new ClosableStore(new PrefixedStore("deploywatch.oidc.", store));
  const stored = () => storedUser(users, signIn);
  const library = loadedOnce(async () => {
    const { createUserManager } = await import("./user-manager.ts");
    return createUserManager(signIn, endpoints, callback, { users, states });
  });
  const renewed = async () => (await library()).signinSilent();
  const idTokens = createIdTokens({ stored, renewed, remove: () => removeStoredUser(users, signIn) }, keep);
  let forgetting: Promise<StoredUser | undefined> | undefined;
  tabs.ended.addEventListener("abort", () => void forget());
  if (tabs.ended.aborted) void forget();

  /** Revokes what the issuer gave to a tab that has signed out meanwhile. */
  async function keep(user: StoredUser | null): Promise<void> {
    if (users.isClosed) await revokeRefreshToken(endpoints, clientId, user?.refresh_token);
  }

  async function redeem(url: string): Promise<void> {
    const user = await (await library()).signinRedirectCallback(url);
    idTokens.arrived(user);
    if (!users.isClosed) memory.greet(personOf(authority, user.profile.sub));
    await keep(user);
  }

  /** Each tab has a refresh token of its own, so that each has one to revoke. */
  function forget(): Promise<StoredUser | undefined> {
    return (forgetting ??= forgetAll());
  }

  async function forgetAll(): Promise<StoredUser | undefined> {
    const user = await stored();
    await users.close();
    memory.clear();
    onEnd();
    await revokeRefreshToken(endpoints, clientId, user?.refresh_token);
    return user;
  }

  return {
    async user() {
      const user = await stored();
      return user?.id_token === undefined ? undefined : { sub: user.profile.sub, name: nameOf(user) };
    },
    prepare() {
      library().catch(() => {});
    },
    idToken: (isRefused = false) => idTokens.get(isRefused),
    async begin(returnTo) {
      if (!isSecureContext) throw new SignInFailure({ kind: "insecure" });
      if (!sessionStore().isLasting) throw new SignInFailure({ kind: "no-storage" });
      try {
        // In place of the page that cannot be shown yet, so that "back" does not lead into it.
        const nonce = crypto.randomUUID(); // The library compares it with the ID token's.
        const manager = await library();
        await manager.signinRedirect({ state: returnTo, nonce, redirectMethod: "replace" });
      } catch (error) {
        throw new SignInFailure(faultFrom(error), returnTo);
      }
    },
    async finish(url) {
      const wanted = await wantedAddress(states, url);
      try {
        await settle(redeem(url), AbortSignal.timeout(REQUEST_TIMEOUT_MS));
        return wanted;
      } catch (error) {
        throw new SignInFailure(faultFrom(error), wanted);
      }
    },
    async end() {
      tabs.end();
      const user = await forget();
      location.assign(signOutUrl(endpoints, { clientId, idToken: user?.id_token, home }));
    },
  };
}

function nameOf({ profile }: StoredUser): string {
  return profile.email ?? profile.preferred_username ?? profile.name ?? profile.sub;
}

/**
 * What `begin` was told, by the state that a return from the sign-in pages names; unchecked, `undefined` where no
 * sign-in of this tab waits for it. Read before the OIDC library uses the state up: it tells of it with some failures only.
 */
async function wantedAddress(states: StateStore, returnUrl: string): Promise<unknown> {
  const id = new URL(returnUrl).searchParams.get("state");
  const stored = id === null ? null : await states.get(id);
  try {
    const state: unknown = JSON.parse(stored ?? "null");
    return isRecord(state) ? state["data"] : undefined;
  } catch {
    return undefined;
  }
}
