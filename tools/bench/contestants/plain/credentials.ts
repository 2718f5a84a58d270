import { fromCognitoIdentityPool, fromWebToken } from "@aws-sdk/credential-providers";
import { guestToken } from "../cognito.ts";
import { idToken } from "../sign-in.ts";
import type { SiteConfig } from "../site.ts";

/** Where the client gets its credentials, by the SDK's providers: for a site of guests or for one where people sign in. */
export async function credentialsFor(config: SiteConfig) {
  const { guest, signIn, identityPoolId, emulator } = config;
  const clientConfig = { region: identityPoolId.split(":")[0] ?? "", endpoint: emulator.endpoint };
  if (guest) {
    const webIdentityToken = await guestToken(config);
    return fromWebToken({ roleArn: guest.roleArn, webIdentityToken, clientConfig });
  }
  if (!signIn) throw new Error("Neither guests nor people who sign in are let in.");
  const issuer = signIn.authority.replace(/^https?:\/\//, "");
  const logins = { [issuer]: await idToken(signIn, sessionStorage) };
  return fromCognitoIdentityPool({ identityPoolId, logins, clientConfig });
}
