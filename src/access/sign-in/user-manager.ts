import type { StateStore } from "oidc-client-ts";
import { UserManager } from "oidc-client-ts";
import type { OidcEndpoints } from "../../config/oidc-endpoints.ts";
import type { SignInConfig } from "../../config/schema.ts";
import { REQUEST_TIMEOUT_MS } from "./request-timeout.ts";

interface Stores {
  /** Where tokens are kept. */
  users: StateStore;
  /** Where sign-ins under way are kept. */
  states: StateStore;
}

/**
 * The OIDC library as this app uses it.
 *
 * @param callback where the issuer leads back to
 */
export function createUserManager(
  signIn: SignInConfig,
  endpoints: OidcEndpoints,
  callback: string,
  { users, states }: Stores,
): UserManager {
  return new UserManager({
    authority: signIn.authority,
    client_id: signIn.clientId,
    redirect_uri: callback,
    scope: (signIn.scopes ?? ["openid", "email"]).join(" "),
    metadata: {
      issuer: signIn.authority,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
    },
    userStore: users,
    stateStore: states,
    // Renewed when credentials are needed, by `idToken`: a timer would give up at the first failure.
    automaticSilentRenew: false,
    // These end with the headers of an answer; whoever waits for one sets a limit for the whole.
    requestTimeoutInSeconds: REQUEST_TIMEOUT_MS / 1000,
    silentRequestTimeoutInSeconds: REQUEST_TIMEOUT_MS / 1000,
  });
}
