import { oidcEndpoints } from "../../src/config/oidc-endpoints.ts";
import type { SignInConfig } from "../../src/config/schema.ts";
import { signOutUrl } from "../../src/access/sign-in/sign-out.ts";
import { askAndFollow, redirectOf } from "./ask-and-follow.ts";
import { type Finding, missing, skipped, works } from "./finding.ts";
import { refusalIn } from "./refusal-in.ts";

/**
 * Signs out, though nobody has signed in: the issuer looks at the address to come back to all the same.
 * @param site where the app is served, with a slash at the end; `undefined` when that is not known
 */
export async function checkSignOut(signIn: SignInConfig, site: string | undefined): Promise<Finding[]> {
  const endpoints = oidcEndpoints(signIn);
  const { cognitoLogout, endSession } = endpoints;
  // Leaving the app alone ends what there is.
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
