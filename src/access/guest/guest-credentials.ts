import type { AwsCredentialIdentity } from "@smithy/types";
import type { Config, GuestConfig } from "../../config/schema.ts";
import { endpointFor, identityPoolRegion } from "../../config/endpoints.ts";
import { callCognitoIdentity, isForgotten } from "../cognito-identity.ts";

const SESSION_NAME = "deploywatch-guest";
const SESSION_SECONDS = 3_600;

/**
 * The exchange for a visitor without an account: GetId, GetOpenIdToken, AssumeRoleWithWebIdentity. This is
 * Cognito's classic flow, because the session policy of the enhanced flow denies CodeDeploy to guests.
 *
 * @returns a function that exchanges once for each call. It keeps the identity it was given, so that a tab
 *   stays one guest, and asks for a new one after a failure, in case the identity was the fault; at once when
 *   Cognito says that it has forgotten it.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function guestExchange(config: Config, guest: GuestConfig): () => Promise<AwsCredentialIdentity> {
  const region = identityPoolRegion(config);
  const cognitoIdentity = endpointFor(config, "cognito-identity", region);
  let identityId: string | undefined;

  async function exchange(): Promise<AwsCredentialIdentity> {
    const loaded = import("./assume-role.ts");
    loaded.catch(() => {}); // Awaited below; until then a failed load is not an unhandled one.
    try {
      identityId ??= text(
        await callCognitoIdentity(cognitoIdentity, "GetId", { IdentityPoolId: config.identityPoolId }),
        "IdentityId",
      );
      const token = await callCognitoIdentity(cognitoIdentity, "GetOpenIdToken", { IdentityId: identityId });
      const { assumeRole } = await loaded;
      return await assumeRole(endpointFor(config, "sts", region), {
        roleArn: guest.roleArn,
        roleSessionName: SESSION_NAME,
        webIdentityToken: text(token, "Token"),
        durationSeconds: SESSION_SECONDS,
      });
    } catch (error) {
      identityId = undefined;
      throw error;
    }
  }

  return async () => {
    const isRemembered = identityId !== undefined;
    try {
      return await exchange();
    } catch (error) {
      if (isRemembered && isForgotten(error)) return exchange();
      throw error;
    }
  };
}

function text(answer: Readonly<Record<string, unknown>>, member: string): string {
  const value = answer[member];
  if (typeof value === "string") return value;
  throw new SyntaxError(`Cognito's answer has no ${member}.`);
}
