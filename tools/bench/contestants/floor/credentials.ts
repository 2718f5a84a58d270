import { askCognito, guestToken } from "../cognito.ts";
import type { SiteConfig } from "../site.ts";

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Credentials of AWS for a site of guests or for one where people sign in, asked for anew each time. */
export function credentialsFor(config: SiteConfig): Promise<Credentials> {
  const { guest, signIn } = config;
  if (guest) return guestCredentials(config, guest.roleArn);
  if (signIn) return userCredentials(config, signIn);
  throw new Error("Neither guests nor people who sign in are let in.");
}

async function guestCredentials(config: SiteConfig, roleArn: string): Promise<Credentials> {
  const assumed = await fetch(config.emulator.endpoint, {
    method: "POST",
    body: new URLSearchParams({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: roleArn,
      RoleSessionName: "floor",
      WebIdentityToken: await guestToken(config),
    }),
    credentials: "omit",
  });
  const xml = await assumed.text();
  const element = (name: string) => new RegExp(`<${name}>([^<]+)`).exec(xml)?.[1] ?? "";
  return {
    accessKeyId: element("AccessKeyId"),
    secretAccessKey: element("SecretAccessKey"),
    sessionToken: element("SessionToken"),
  };
}

async function userCredentials(
  config: SiteConfig,
  signIn: NonNullable<SiteConfig["signIn"]>,
): Promise<Credentials> {
  const Logins = { [signIn.authority.replace(/^https?:\/\//, "")]: await keptIdToken(signIn) };
  const { IdentityId } = await askCognito(config, "GetId", { IdentityPoolId: config.identityPoolId, Logins });
  const { Credentials } = await askCognito(config, "GetCredentialsForIdentity", { IdentityId, Logins });
  const { AccessKeyId: accessKeyId, SecretKey: secretAccessKey, SessionToken: sessionToken } = Credentials;
  return { accessKeyId, secretAccessKey, sessionToken };
}

/** All tabs share the tokens. The library is loaded for a sign-in alone, which no visit that is measured has. */
async function keptIdToken(signIn: NonNullable<SiteConfig["signIn"]>): Promise<string> {
  const kept = localStorage.getItem(`oidc.user:${signIn.authority}:${signIn.clientId}`);
  if (kept !== null) return JSON.parse(kept).id_token;
  const { idToken } = await import("../sign-in.ts");
  return idToken(signIn, localStorage);
}
