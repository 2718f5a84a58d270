import { fromCognitoIdentityPool } from "@aws-sdk/credential-providers";
import type { AwsCredentialIdentity } from "@smithy/types";
import { endpointFor, identityPoolRegion } from "../../config/endpoints.ts";
import type { SiteConfig } from "../../config/schema.ts";
import { mayBeOfIdentity } from "../cognito-identity.ts";
import type { IdentityMemory } from "../identity-memory.ts";
import { identityMemory, personOf } from "../identity-memory.ts";
import type { SignIn } from "./sign-in.ts";
import { SignInEnded } from "./sign-in-failure.ts";

const REQUEST_TIMEOUT_MS = 5_000;

/** Cognito's words about a token that this device's clock takes to be good. */
const EXPIRED = /token expired/i;

/**
 * The exchange for somebody who has signed in: ID token, GetId where this browser does not remember the identity,
 * GetCredentialsForIdentity (the enhanced flow).
 *
 * @returns a function that exchanges once for each call. When Cognito refuses the identity that is remembered, it asks for
 *   it anew at once. It throws a SignInEnded when Cognito takes even a token that has just been renewed for expired.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function userExchange(config: SiteConfig, signIn: SignIn): () => Promise<AwsCredentialIdentity> {
  const memory = identityMemory(config);
  const authority = config.signIn?.authority ?? "";

  async function exchange(): Promise<AwsCredentialIdentity> {
    const person = personOf(authority, (await signIn.user())?.sub ?? "");
    // Anew each time: once it has an identity, the SDK's provider keeps to it, even when Cognito has forgotten it.
    const ask = () => fromPool(config, signIn, memory, person)();
    const isRemembered = memory.idOf(person) !== undefined;
    return ask().catch((error: unknown) => {
      if (!isRemembered || isExpired(error) || !mayBeOfIdentity(error)) throw error;
      memory.keep(person, undefined);
      return ask();
    });
  }

  return () =>
    exchange().catch(async (error: unknown) => {
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

function fromPool(config: SiteConfig, signIn: SignIn, memory: IdentityMemory, person: string) {
  const region = identityPoolRegion(config);
  const issuer = config.signIn?.authority.replace(/^https?:\/\//, "") ?? "";
  return fromCognitoIdentityPool({
    identityPoolId: config.identityPoolId,
    logins: { [issuer]: () => signIn.idToken() },
    cache: {
      getItem: () => memory.idOf(person) ?? null,
      setItem: (_, identityId) => memory.keep(person, identityId),
      // The SDK forgets the identity with each failure, of the network too.
      removeItem() {},
    },
    userIdentifier: person,
    clientConfig: {
      region,
      maxAttempts: 1,
      requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, credentials: "omit" },
      endpoint: endpointFor(config, "cognito-identity", region),
    },
  });
}
