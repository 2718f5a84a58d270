import { signOutUrl } from "../../src/access/sign-in/sign-out.ts";
import { oidcEndpoints } from "../../src/config/oidc-endpoints.ts";
import type { SignInConfig } from "../../src/config/schema.ts";
import { isRecord } from "../../src/values/is-record.ts";
import { SIGNED_IN } from "../app-routes.ts";
import type { Page } from "./ask.ts";
import { ask, askAndFollow, redirectOf } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { missing, skipped, works } from "./finding.ts";

/** Any challenge will do: nobody redeems the code. */
const CHALLENGE = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

/**
 * Compares what the issuer says about itself with the configuration, and begins a sign-in.
 * @param site where the app is served, with a slash at the end; `undefined` when that is not known
 */
export async function checkSignIn(signIn: SignInConfig, site: string | undefined): Promise<Finding[]> {
  return [
    ...(await checkMetadata(signIn)),
    await checkBeginning(signIn, site),
    ...(await checkSignOut(signIn, site)),
  ];
}

async function checkMetadata(signIn: SignInConfig): Promise<Finding[]> {
  const url = `${signIn.authority.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await ask(url);
  if ("failure" in answer || answer.status !== 200) {
    const reason = "failure" in answer ? answer.failure : `HTTP ${answer.status}`;
    return [missing(`${url}: ${reason}`, "Check signIn.authority: it is the issuer, as in the iss claim.")];
  }
  const said = parse(answer.text);
  const endpoints = oidcEndpoints(signIn);
  const pairs = [
    ["issuer", signIn.authority, "authority"],
    ["authorization_endpoint", endpoints.authorization, "domain or metadata.authorizationEndpoint"],
    ["token_endpoint", endpoints.token, "domain or metadata.tokenEndpoint"],
  ] as const;
  return pairs.map(([name, configured, key]) => {
    const value = said[name];
    return value === configured
      ? works(`the issuer's ${name} is the configured one`)
      : missing(
          `the issuer's ${name} is ${String(value)}, the configuration has ${configured}`,
          `Correct signIn.${key}.`,
        );
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

async function checkBeginning(signIn: SignInConfig, site: string | undefined): Promise<Finding> {
  if (site === undefined) {
    return skipped("whether a sign-in can begin", "Give the site's address in place of a file.");
  }
  const callback = site + SIGNED_IN;
  const query = new URLSearchParams({
    client_id: signIn.clientId,
    redirect_uri: callback,
    response_type: "code",
    scope: (signIn.scopes ?? ["openid", "email"]).join(" "),
    state: "doctor",
    code_challenge: CHALLENGE,
    code_challenge_method: "S256",
  });
  const answer = await askAndFollow(`${oidcEndpoints(signIn).authorization}?${query}`);
  if ("failure" in answer) {
    return missing(`a sign-in cannot begin: ${answer.failure}`, "Check signIn.domain.");
  }
  const refusal = refusalIn(answer);
  if (refusal === undefined) return works(`a sign-in can begin, and leads back to ${callback}`);
  return missing(
    `a sign-in cannot begin: ${refusal}`,
    `The app client ${signIn.clientId} must exist, have the code flow and these scopes, and ${callback} as an allowed callback URL; with Cognito's managed login also a style (create-managed-login-branding).`,
  );
}

/**
 * Asks for a sign-out without a session: the issuer checks the address to return to all the same.
 * @param site where the app is served, with a slash at the end; `undefined` when that is not known
 */
async function checkSignOut(signIn: SignInConfig, site: string | undefined): Promise<Finding[]> {
  const endpoints = oidcEndpoints(signIn);
  const { cognitoLogout, endSession } = endpoints;
  // An issuer without a page for it is not asked: the app only removes its tokens.
  if (cognitoLogout === undefined && endSession === undefined) return [];
  if (site === undefined) {
    return [skipped("whether signing out leads back", "Give the site's address in place of a file.")];
  }
  const url = signOutUrl(endpoints, { clientId: signIn.clientId, idToken: undefined, home: site });
  const answer = await askAndFollow(url);
  const fix = `The app client ${signIn.clientId} must have ${site} as an allowed sign-out URL.`;
  if ("failure" in answer) return [missing(`signing out fails: ${answer.failure}`, fix)];
  const refusal = refusalIn(answer);
  if (refusal !== undefined) return [missing(`signing out fails: ${refusal}`, fix)];
  // Cognito leads back at once; another issuer may ask first.
  if (cognitoLogout !== undefined && redirectOf(answer)?.href !== site) {
    return [missing(`signing out does not lead back to ${site}`, fix)];
  }
  return [works(`signing out is allowed, and leads back to ${site}`)];
}

/** Managed login's words where an app client has no style. */
const NO_STYLE = /login pages unavailable/i;

/** What an issuer's page says is wrong; `undefined` where nothing is. Issuers redirect to a page of errors, too. */
function refusalIn(page: Page): string | undefined {
  for (const { searchParams, pathname } of [new URL(page.url), redirectOf(page)].filter(
    (url) => url !== undefined,
  )) {
    const error = searchParams.get("error_description") ?? searchParams.get("error");
    if (error !== null) return error;
    if (/\/error\/?$/.test(pathname)) return pathname;
  }
  if (page.status >= 400) return `HTTP ${page.status}`;
  return NO_STYLE.exec(page.text)?.[0];
}
