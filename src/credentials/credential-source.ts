import type { AwsCredentialIdentity } from "@smithy/types";

/** Where AWS credentials come from. Every way of signing in is one of these; they are held in memory only. */
export interface CredentialSource {
  /**
   * Credentials that are valid now; exchanged anew when they are not.
   * Throws whatever the exchange threw, with AWS's exception type as the error's name.
   */
  provide(): Promise<AwsCredentialIdentity>;
  /** Forgets what is held: AWS has refused it, so the next call exchanges anew. */
  renew(): void;
  /** Forgets what is held and what is on its way: nobody is signed in any more. */
  forget(): void;
}
