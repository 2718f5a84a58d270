import type { Config } from "../config/schema.ts";
import type { CredentialSource } from "./credential-source.ts";
import { guestExchange } from "./guest-credentials.ts";
import { resilientCredentials } from "./resilient-credentials.ts";

/** The credential source that a configuration asks for. Nothing is exchanged before the first `provide()`. */
export function createCredentials(config: Config): CredentialSource {
  return resilientCredentials(guestExchange(config));
}
