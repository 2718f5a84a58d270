import { CredentialStore } from "./access/credential-store.ts";
import { IdentityPools } from "./services/cognito/identity-pools.ts";
import { OpenIdTokens } from "./services/cognito/open-id-tokens.ts";
import { SsoSessions } from "./access/sso-sessions.ts";
import { Roles } from "./access/roles.ts";
import { Faults } from "./control/faults.ts";
import { RequestLog } from "./control/request-log.ts";
import { SiteConfigs } from "./control/site-configs.ts";
import { Deployments } from "./deployments/deployments.ts";
import { TokenStore } from "./sign-in/token-store.ts";
import { UserPool } from "./sign-in/user-pool.ts";

/** All that the emulator remembers. */
export interface EmulatorState {
  readonly now: () => number;
  readonly deployments: Deployments;
  readonly credentials: CredentialStore;
  readonly identityPools: IdentityPools;
  readonly openIdTokens: OpenIdTokens;
  readonly userPool: UserPool;
  readonly tokens: TokenStore;
  readonly roles: Roles;
  readonly ssoSessions: SsoSessions;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly siteConfigs: SiteConfigs;
}

/** A fresh account: no deployments, the demo's identity pool and its guest role. */
export function createState(now: () => number): EmulatorState {
  const userPool = new UserPool();
  return {
    now,
    deployments: new Deployments(now),
    credentials: new CredentialStore(),
    identityPools: new IdentityPools(),
    openIdTokens: new OpenIdTokens(),
    userPool,
    tokens: new TokenStore(userPool, now),
    roles: new Roles(),
    ssoSessions: new SsoSessions(),
    faults: new Faults(),
    requests: new RequestLog(),
    siteConfigs: new SiteConfigs(),
  };
}
