import { randomBytes, randomUUID } from "node:crypto";
import { ACCOUNT_ID } from "../account-id.ts";

/** Who holds a set of temporary credentials. */
export interface Session {
  readonly roleName: string;
  readonly sessionName: string;
  readonly identityPoolId?: string;
  /** Guests of the enhanced flow are cut down by a session policy of AWS that knows no CodeDeploy. */
  readonly hasGuestSessionPolicy?: boolean;
  /** Set for the keys of an IAM user, who may do what the role may. */
  readonly userName?: string;
}

/** Credentials as this emulator issued them: a session's, or an IAM user's, which have no token and no end. */
export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiresAtMs: number;
  readonly session: Session;
}

/** A session's. */
export type TemporaryCredentials = IssuedCredentials & { readonly sessionToken: string };

/** Who signs, as AWS names them. */
export function callerArn({ roleName, sessionName, userName }: Session): string {
  return userName === undefined
    ? `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${roleName}/${sessionName}`
    : `arn:aws:iam::${ACCOUNT_ID}:user/${userName}`;
}

/** Remembers every set of credentials, so that signatures made with them can be checked. */
export class CredentialStore {
  readonly #issued = new Map<string, IssuedCredentials>();

  issue(session: Session, expiresAtMs: number): TemporaryCredentials {
    const issued = {
      accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString("base64"),
      sessionToken: `IQoJb3JpZ2luX2Vj${randomBytes(120).toString("base64")}${randomUUID()}`,
      expiresAtMs,
      session,
    };
    this.#issued.set(issued.accessKeyId, issued);
    return issued;
  }

  /** Keys of an IAM user. */
  issueKeys(session: Session): IssuedCredentials {
    const issued = {
      accessKeyId: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString("base64"),
      expiresAtMs: Number.POSITIVE_INFINITY,
      session,
    };
    this.#issued.set(issued.accessKeyId, issued);
    return issued;
  }

  find(accessKeyId: string): IssuedCredentials | undefined {
    return this.#issued.get(accessKeyId);
  }

  /** Lets every session of a role that is running at `nowMs` end at that moment; says how many those were. */
  expireSessionsOf(roleName: string, nowMs: number): number {
    const running = [...this.#issued.values()].filter(
      ({ session, expiresAtMs }) => session.roleName === roleName && expiresAtMs > nowMs,
    );
    for (const issued of running) this.#issued.set(issued.accessKeyId, { ...issued, expiresAtMs: nowMs });
    return running.length;
  }
}
