import type { AwsCredentialIdentity, RequestSigner } from "@smithy/types";
import type { Config } from "../config/schema.ts";
import { identityMemory } from "./identity-memory.ts";
import { guestExchange } from "./guest/guest-credentials.ts";
import type { Exchange, HeldCredentials, SharedCredentials } from "./resilient-credentials.ts";
import { resilientCredentials } from "./resilient-credentials.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import type { AccessChannel } from "./tabs/access-channel.ts";

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
  /** What makes a request one of this source; absent where AWS's signature does. */
  readonly signer?: RequestSigner;
}

/** How somebody came in, where people sign in. */
interface Entrance {
  signIn: SignIn;
  /** What another tab has handed to this one, which has no sign-in of its own, and how it gets more. */
  handed?: { held: HeldCredentials; exchange: Exchange } | undefined;
}

/**
 * The credential source that a configuration asks for. Nothing is exchanged before the first `provide()`.
 *
 * @param openTabs opens the channel to the other tabs of this browser, which let this one in
 * @param entrance absent where everybody is a guest
 * @param onRequest called as a request for credentials goes out, or is about to: what loads from then on does not hold it up
 */
export function createCredentials(
  config: Config,
  openTabs: () => Promise<AccessChannel>,
  entrance: Entrance | undefined,
  onRequest: () => void,
): SharedCredentials {
  if (config.guest) {
    const exchange = guestExchange(config, config.guest, onRequest);
    const memory = identityMemory(config);
    return resilientCredentials(async (refused) => {
      // Where nobody has been before there is no other tab. After a refusal only Cognito and STS are to be believed.
      const tabs = refused || memory.isEmpty() ? undefined : await openTabs().catch(() => undefined);
      return (await tabs?.ask())?.held ?? exchange();
    });
  }
  if (!entrance || config.local) throw new Error("Nobody can sign in.");
  const { signIn, handed } = entrance;
  if (handed) return resilientCredentials(handed.exchange, handed.held);
  const exchange = import("./sign-in/user-credentials.ts").then(({ userExchange }) => {
    onRequest();
    return userExchange(config, signIn);
  });
  exchange.catch(() => {}); // The first exchange reports it.
  return resilientCredentials(async () => (await exchange)());
}
