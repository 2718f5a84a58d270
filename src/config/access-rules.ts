import type { ConfigProblem } from "./config-fault.ts";
import type { Config, ParsedConfig, SignInConfig } from "./schema.ts";

/**
 * Checks what ties the keys about access to each other: one way in, with the addresses that it needs.
 *
 * @returns the configuration, or all that is wrong with it
 */
export function checkAccess({
  signIn,
  guest,
  ...rest
}: ParsedConfig): { config: Config } | { problems: ConfigProblem[] } {
  if (signIn && guest) {
    const expected = "one of signIn and guest, not both: with a guest, nobody would need to sign in";
    return { problems: [{ path: "$.guest", expected }] };
  }
  if (guest) return { config: { ...rest, guest } };
  if (!signIn) {
    const expected = "signIn (people sign in) or guest (everybody who can open the page is let in)";
    return { problems: [{ path: "$", expected }] };
  }
  const problems = [...missingEndpoints(signIn), ...(rest.emulator ? [] : plainAddresses(signIn))];
  return problems.length > 0 ? { problems } : { config: { ...rest, signIn } };
}

function missingEndpoints({ domain, metadata }: SignInConfig): ConfigProblem[] {
  if ((domain === undefined) !== (metadata === undefined)) return [];
  const expected =
    "domain (the sign-in address of a Cognito user pool) or metadata (the endpoints of another issuer), one of them";
  return [{ path: "$.signIn", expected }];
}

/** Tokens must not travel without TLS, except to an emulator on this machine. */
function plainAddresses({ authority, domain, metadata }: SignInConfig): ConfigProblem[] {
  const addresses = { authority, domain, ...prefixed(metadata ?? {}) };
  return Object.entries(addresses).flatMap(([name, address]) =>
    address?.startsWith("http:")
      ? [{ path: `$.signIn.${name}`, expected: "an https address", found: JSON.stringify(address) }]
      : [],
  );
}

function prefixed(metadata: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(metadata).map(([name, address]) => [`metadata.${name}`, address]));
}
