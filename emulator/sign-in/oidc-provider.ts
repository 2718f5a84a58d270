import type { KeyObject } from "node:crypto";
import { randomBytes, sign } from "node:crypto";
import type { AccountClaims, Configuration } from "oidc-provider";
import { Provider } from "oidc-provider";
import { endSessionPage, messagePage } from "./login-pages.ts";
import type { TokenStore } from "./token-store.ts";
import type { PoolUser, UserPool } from "./user-pool.ts";

const HOUR_SECONDS = 3600;

/**
 * The OpenID provider behind the login pages, with the habits of a Cognito user pool: its paths, its claims, no
 * consent page, refresh tokens for everybody, each good for one use.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html
 */
export function createProvider(pool: UserPool, tokens: TokenStore, now: () => number): Provider {
  const configuration: Configuration = {
    adapter: (kind) => tokens.adapter(kind),
    jwks: { keys: [{ ...pool.signingKey, kty: "RSA" }] },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    scopes: ["openid", "email"],
    claims: {
      openid: ["sub", "token_use", "username", "cognito:username", "cognito:groups"],
      email: ["email", "email_verified"],
    },
    // Cognito puts the claims of the scopes into the ID token itself.
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    pkce: { required: () => true },
    routes: {
      authorization: "/oauth2/authorize",
      token: "/oauth2/token",
      revocation: "/oauth2/revoke",
      userinfo: "/oauth2/userInfo",
      end_session: "/oauth2/end-session",
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = endSessionPage(form);
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      Session: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      Grant: 24 * HOUR_SECONDS,
      AuthorizationCode: 300,
      AccessToken: HOUR_SECONDS,
      IdToken: (_context, _token, client) => (pool.client(client.clientId)?.idTokenLastsMs ?? 0) / 1000,
      RefreshToken: (_context, _token, client) =>
        (pool.client(client.clientId)?.refreshTokenLastsMs ?? 0) / 1000,
    },
    findAccount: (_context, sub) => {
      const user = pool.user(sub);
      if (!user) return undefined;
      return {
        accountId: sub,
        claims: (use) => (use === "userinfo" ? userInfoOf(user) : idClaimsOf(user)),
      };
    },
    // The end of the session at the login pages ends no refresh token.
    expiresWithSession: () => false,
    // Nobody is asked whether they consent. Each sign-in is a grant of its own, so that revoking its refresh token
    // leaves those of other tabs as they are.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = "html";
      context.body = messagePage("An error was encountered with the requested page.", description ?? error);
    },
  };
  const provider = new Provider(pool.issuer, configuration);
  provider.use(async (context, next) => {
    await next();
    const answer: unknown = context.body;
    if (!isTokenAnswer(answer)) return;
    context.body = {
      ...answer,
      id_token: issueByClock(answer.id_token, pool.privateKey, now() - Date.now()),
    };
  });
  return provider;
}

/** What an ID token says of somebody. Somebody who is in no group has no claim of groups. */
function idClaimsOf({ sub, username, groups }: PoolUser): AccountClaims {
  return {
    sub,
    token_use: "id",
    "cognito:username": username,
    ...(groups.length > 0 && { "cognito:groups": [...groups] }),
    email: username,
    email_verified: true,
  };
}

/**
 * What the userInfo endpoint says of somebody: Cognito writes the boolean as text there.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
function userInfoOf({ sub, username }: PoolUser): AccountClaims {
  return { sub, username, email: username, email_verified: "true" };
}

function isTokenAnswer(body: unknown): body is { id_token: string } {
  return typeof body === "object" && body !== null && "id_token" in body && typeof body.id_token === "string";
}

/**
 * An ID token as the emulator's clock would have it: the provider library knows no clock but the machine's.
 *
 * @param aheadMs by how much the emulator's clock is ahead of the machine's
 */
function issueByClock(idToken: string, key: KeyObject, aheadMs: number): string {
  const aheadSeconds = Math.round(aheadMs / 1000);
  const [header = "", payload = ""] = idToken.split(".");
  if (aheadSeconds === 0) return idToken;
  const claims: { iat: number; exp: number } = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  const { iat, exp } = claims;
  const moved = { ...claims, iat: iat + aheadSeconds, exp: exp + aheadSeconds };
  const content = `${header}.${Buffer.from(JSON.stringify(moved)).toString("base64url")}`;
  return `${content}.${sign("sha256", Buffer.from(content), key).toString("base64url")}`;
}
