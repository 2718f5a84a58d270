import { oidcEndpoints } from "../../src/config/oidc-endpoints.ts";
import type { SignInConfig } from "../../src/config/schema.ts";
import { isRecord } from "../../src/values/is-record.ts";
import { ask } from "./ask.ts";
import { askAndFollow } from "./ask-and-follow.ts";
import { checkSignOut } from "./check-sign-out.ts";
import { type Finding, missing, skipped, works } from "./finding.ts";
import { refusalIn } from "./refusal-in.ts";

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
  const callback = `${site}signed-in`;
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
