import { randomUUID } from "node:crypto";

/** Who has signed in to the access portal of IAM Identity Center, as far as its tokens tell. */
export class SsoSessions {
  readonly #roles = new Map<string, string>();

  /** Signs somebody in who may take one role. @returns the access token, as `aws sso login` keeps it */
  begin(roleName: string): string {
    const token = randomUUID();
    this.#roles.set(token, roleName);
    return token;
  }

  /** The role that a token's holder may take; `undefined` for a token that is none, or of a session that has ended. */
  roleOf(token: string): string | undefined {
    return this.#roles.get(token);
  }

  /** Ends the sessions of a role. */
  end(roleName: string): void {
    for (const [token, name] of this.#roles) if (name === roleName) this.#roles.delete(token);
  }
}
