import type { Config } from "../config/schema.ts";
import type { CredentialSource } from "./credential-source.ts";
import { guestExchange } from "./guest/guest-credentials.ts";
import { resilientCredentials } from "./resilient-credentials.ts";
import type { SignIn } from "./sign-in/sign-in.ts";

/**
 * The credential source that a configuration asks for. Nothing is exchanged before the first `provide()`.
 *
 * @param signIn where people sign in; everybody is a guest without it
 */
export function createCredentials(config: Config, signIn: SignIn | undefined): CredentialSource {
  if (config.guest) return resilientCredentials(guestExchange(config, config.guest));
  if (!signIn) throw new Error("A configuration with signIn needs a sign-in.");
  const exchange = import("./sign-in/user-credentials.ts").then(({ userExchange }) =>
    userExchange(config, signIn),
  );
  exchange.catch(() => {}); // The first exchange reports it.
  return resilientCredentials(async () => (await exchange)());
}
