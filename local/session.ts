import type { AwsCredentialIdentity } from "@smithy/types";
import type { CredentialSource } from "../src/access/credentials.ts";
import type { SharedCredentials } from "../src/access/resilient-credentials.ts";
import { resilientCredentials } from "../src/access/resilient-credentials.ts";
import { Refusal } from "./refusal.ts";

/** Whom AWS takes this machine's credentials for. */
export interface Identity {
  /** Twelve digits. */
  readonly account: string;
  /** The role's name; `user/ada` or `root` where it is no role. */
  readonly role: string;
}

/** Where credentials come from, and whose they are. */
export interface Source {
  /** Resolves them from the start, however long that takes: somebody may have to type a code. */
  resolve(): Promise<AwsCredentialIdentity>;
  identify(credentials: AwsCredentialIdentity): Promise<Identity>;
  /** What a person is told where they cannot be resolved, or where AWS does not take them. */
  refusal(error: unknown): Promise<Refusal>;
}

/** This machine's session with AWS. */
export interface Session {
  readonly identity: Identity;
  /** When the credentials say that they end, which new ones may follow. */
  expiration(): Date | undefined;
  /** Credentials of this very identity. @throws Refusal */
  readonly credentials: Pick<CredentialSource, "provide" | "renew">;
  /** The refusal for credentials that AWS does not take, although they were resolved anew. */
  readonly refused: (error: unknown) => Promise<Refusal>;
}

/**
 * Resolves credentials for the first time, and keeps them fresh. New ones are of the same account and role, or are not used: the page
 * says whose it shows.
 *
 * @throws Refusal where there are none that AWS takes
 */
export async function openSession(source: Source): Promise<Session> {
  const refused = async (error: unknown) => (error instanceof Refusal ? error : source.refusal(error));
  let { last, identity } = await firstOf(source).catch(async (error: unknown) => {
    throw await refused(error);
  });
  let running: Promise<AwsCredentialIdentity> | undefined;

  async function resolveSame(): Promise<AwsCredentialIdentity> {
    const next = await source.resolve();
    if (next.accessKeyId !== last.accessKeyId) {
      const { account, role } = await source.identify(next);
      if (account !== identity.account || role !== identity.role) {
        throw new Refusal(
          503,
          `The credentials in the terminal are now those of ${role} in the account ${account}. Start the program anew to use them.`,
        );
      }
    }
    last = next;
    return next;
  }

  // One at a time: a second would ask for a second code.
  const exchange = () => {
    running ??= resolveSame().finally(() => {
      running = undefined;
    });
    return running;
  };
  let found: AwsCredentialIdentity | undefined = last;
  const held: SharedCredentials = resilientCredentials(async () => {
    const first = found;
    found = undefined;
    return first ?? exchange();
  });
  await held.provide();
  return {
    identity,
    expiration: () => last.expiration,
    credentials: {
      provide: () =>
        held.provide().catch(async (error: unknown) => {
          throw await refused(error);
        }),
      renew: (stale) => held.renew(stale),
    },
    refused,
  };
}

async function firstOf(source: Source): Promise<{ last: AwsCredentialIdentity; identity: Identity }> {
  const last = await source.resolve();
  return { last, identity: await source.identify(last) };
}
