import type { Config } from "../../config/schema.ts";
import { identityMemory, personOf } from "../identity-memory.ts";
import type { SharedCredentials } from "../resilient-credentials.ts";
import type { SignIn, SignedInUser } from "../sign-in/sign-in.ts";
import type { AccessAsk, AccessChannel } from "./access-channel.ts";

/** Who is there, on a site where people sign in. */
interface Session {
  user: SignedInUser | undefined;
  signIn: Pick<SignIn, "user">;
}

/**
 * Answers the tabs that ask for access with the credentials that this tab holds, as long as it would not exchange them
 * itself. Where it has none of use, a tab with tokens gets new ones; the others say nothing.
 *
 * @param session absent where everybody is a guest
 */
export function handOver(
  config: Config,
  tabs: AccessChannel,
  credentials: SharedCredentials,
  session?: Session,
): void {
  const user = session?.user;
  const memory = identityMemory(config);
  const person = user && personOf(config.signIn?.authority ?? "", user.sub);

  /** A new tab belongs to whoever signed in last in this browser, as it would at the issuer. */
  function isFor({ sub }: AccessAsk): boolean {
    return person === undefined || (sub === undefined ? memory.isLast(person) : sub === user?.sub);
  }

  async function hasTokens(): Promise<boolean> {
    return (await session?.signIn.user()) !== undefined;
  }

  tabs.onAsk(async (ask, reply) => {
    if (!isFor(ask)) return;
    const spare = credentials.spare();
    if (spare && spare.credentials.accessKeyId !== ask.not) return reply({ held: spare, user });
    if (!(await hasTokens())) return;
    reply("coming");
    await credentials.anew();
    const held = credentials.spare();
    if (held) reply({ held, user });
  });
}
