import type { AwsCredentialIdentity } from "@smithy/types";
import type { Config } from "../config/schema.ts";
import { guestExchange } from "./guest/guest-credentials.ts";
import { resilientCredentials } from "./resilient-credentials.ts";
import type { SignIn } from "./sign-in/sign-in.ts";

/** Where AWS credentials come from. Every way of signing in is one of these; they are held in memory only. */
export interface CredentialSource {
  /**
   * Credentials that are valid now; exchanged anew when they are not.
   * Throws whatever the exchange threw, with AWS's exception type as the error's name.
   */
  provide(): Promise<AwsCredentialIdentity>;
  /** What a call that starts now will use; absent where it has to wait for an exchange. */
  held(): AwsCredentialIdentity | undefined;
  /**
   * Forgets what AWS has refused, so the next call exchanges anew; without `refused`, whatever is held. Several calls
   * may be refused with the same credentials: the ones that the first of them has led to stay.
   */
  renew(refused?: AwsCredentialIdentity): void;
  /** Forgets what is held and what is on its way: nobody is signed in any more. */
  forget(): void;
}

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
