import { parseAddress } from "./pages.ts";
import type { Sts } from "../aws/sts/operations.ts";
import { identityPoolRegion } from "../config/endpoints.ts";
import type { Config } from "../config/schema.ts";
import type { Entry } from "./enter.ts";
import type { Account } from "../access/account.ts";

/**
 * Who is in front of the page, for the views.
 *
 * @param entry where people sign in
 */
export function accountFor(config: Config, entry: Entry | undefined, sts: Sts): Account {
  const { guest } = config;
  if (guest) return { visitor: { kind: "guest", roleArn: guest.roleArn } };
  if (!entry || config.local) return { visitor: { kind: "nobody" } };
  const { signIn, leave, user, failure } = entry;
  return {
    visitor: user ? { kind: "user", name: user.name } : { kind: "nobody" },
    signIn: () => leave(wantedAddress(entry)),
    ...(failure && { fault: failure.fault }),
    ...(user && {
      signOut: () => signIn.end(),
      identify: (signal) => sts.getCallerIdentity({ region: identityPoolRegion(config) }, signal),
    }),
  };
}

/** What the person wants to see: the present address, or what they came for when its sign-in failed. */
function wantedAddress({ failure }: Entry): string {
  const { pathname, search, hash } = location;
  const isReturn = parseAddress(location).page === "signed-in";
  return isReturn && failure ? failure.returnTo : pathname + search + hash;
}
