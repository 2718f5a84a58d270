import type { SiteConfig } from "./site.ts";

/** One request to Cognito's identity pools, which take no signature. */
export async function askCognito(config: SiteConfig, operation: string, input: object) {
  const response = await fetch(config.emulator.endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityService.${operation}`,
    },
    body: JSON.stringify(input),
    credentials: "omit",
  });
  return response.json();
}

/** Cognito's token for a guest, by the classic flow. */
export async function guestToken(config: SiteConfig): Promise<string> {
  const { IdentityId } = await askCognito(config, "GetId", { IdentityPoolId: config.identityPoolId });
  const { Token } = await askCognito(config, "GetOpenIdToken", { IdentityId });
  return Token;
}
