import { fromCognitoIdentityPool } from "@aws-sdk/credential-providers";
import type { AwsCredentialIdentity } from "@smithy/types";
import { endpointFor, identityPoolRegion } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import { isForgotten } from "../cognito-identity.ts";
import type { SignIn } from "./sign-in.ts";
import { SignInEnded } from "./sign-in-failure.ts";

const REQUEST_TIMEOUT_MS = 5_000;

/** Cognito's words about a token that this device's clock takes to be good. */
const EXPIRED = /token expired/i;

/**
 * The exchange for somebody who has signed in: ID token, GetId, GetCredentialsForIdentity (the enhanced flow).
 *
 * @returns a function that exchanges once for each call, for one identity as long as Cognito knows it. It throws a
 *   SignInEnded when Cognito takes even a token that has just been renewed for expired.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function userExchange(config: Config, signIn: SignIn): () => Promise<AwsCredentialIdentity> {
  const exchange = identityPool(config, signIn);
  return () =>
    exchange().catch(async (error: unknown) => {
      if (isForgotten(error)) return exchange();
      if (!isExpired(error)) throw error;
      await signIn.idToken(true);
      return exchange().catch((again: unknown) => {
        throw isExpired(again) ? new SignInEnded(again) : again;
      });
    });
}

function isExpired(error: unknown): boolean {
  return error instanceof Error && error.name === "NotAuthorizedException" && EXPIRED.test(error.message);
}

function identityPool(config: Config, signIn: SignIn) {
  const region = identityPoolRegion(config);
  const issuer = config.signIn?.authority.replace(/^https?:\/\//, "") ?? "";
  return fromCognitoIdentityPool({
    identityPoolId: config.identityPoolId,
    logins: { [issuer]: () => signIn.idToken() },
    // In memory: by default the SDK would keep the identity in the browser's storage. It forgets it after a failure.
    cache: memory(),
    userIdentifier: "user",
    clientConfig: {
      region,
      maxAttempts: 1,
      requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, credentials: "omit" },
      endpoint: endpointFor(config, "cognito-identity", region),
    },
  });
}

function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
