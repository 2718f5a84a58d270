import type { AwsCredentialIdentity } from "@smithy/types";
import type { SiteConfig, GuestConfig } from "../../config/schema.ts";
import { endpointFor, identityPoolRegion } from "../../config/endpoints.ts";
import { callCognitoIdentity, mayBeOfIdentity } from "../cognito-identity.ts";
import { GUEST, identityMemory } from "../identity-memory.ts";

const SESSION_NAME = "deploywatch-guest";
const SESSION_SECONDS = 3_600;

/**
 * The exchange for a visitor without an account: GetId, GetOpenIdToken, AssumeRoleWithWebIdentity. This is
 * Cognito's classic flow, because the session policy of the enhanced flow denies CodeDeploy to guests.
 *
 * @param onRequest called as a request to Cognito goes out: one for a token, and in a new browser one for an identity before it
 * @returns a function that exchanges once for each call, for the identity that this browser remembers. When Cognito
 *   refuses that one, it asks for another at once.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function guestExchange(
  config: SiteConfig,
  guest: GuestConfig,
  onRequest: () => void,
): () => Promise<AwsCredentialIdentity> {
  const region = identityPoolRegion(config);
  const cognitoIdentity = endpointFor(config, "cognito-identity", region);
  const memory = identityMemory(config);

  function ask(operation: "GetId" | "GetOpenIdToken", input: Record<string, string>) {
    const asked = callCognitoIdentity(cognitoIdentity, operation, input);
    onRequest();
    return asked;
  }

  async function newIdentity(): Promise<string> {
    const input = { IdentityPoolId: config.identityPoolId };
    const identityId = text(await ask("GetId", input), "IdentityId");
    memory.greet(GUEST);
    memory.keep(GUEST, identityId);
    return identityId;
  }

  async function tokenOf(identityId: string): Promise<string> {
    return text(await ask("GetOpenIdToken", { IdentityId: identityId }), "Token");
  }

  async function openIdToken(): Promise<string> {
    const remembered = memory.idOf(GUEST);
    if (remembered === undefined) return tokenOf(await newIdentity());
    return tokenOf(remembered).catch(async (error: unknown) => {
      if (!mayBeOfIdentity(error)) throw error;
      return tokenOf(await newIdentity());
    });
  }

  return async () => {
    const loaded = import("./assume-role.ts");
    loaded.catch(() => {}); // Awaited below; until then a failed load is not an unhandled one.
    const webIdentityToken = await openIdToken();
    const { assumeRole } = await loaded;
    return assumeRole(endpointFor(config, "sts", region), {
      roleArn: guest.roleArn,
      roleSessionName: SESSION_NAME,
      webIdentityToken,
      durationSeconds: SESSION_SECONDS,
    });
  };
}

function text(answer: Readonly<Record<string, unknown>>, member: string): string {
  const value = answer[member];
  if (typeof value === "string") return value;
  throw new SyntaxError(`Cognito's answer has no ${member}.`);
}
