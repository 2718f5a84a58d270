import type { SharedCredentials } from "../resilient-credentials.ts";
import { TOKEN_HEADER } from "./local-server.ts";

/** For so long another tab takes the token for good (ms). It asks the server anyway. */
const HANDED_FOR_MS = 3_600_000;

/**
 * What stands for AWS credentials in local mode: the token of the link. Requests go out unsigned, with the token; the server signs
 * them.
 *
 * @param token empty where the page has none
 */
export function localCredentials(token: string): SharedCredentials {
  const credentials = { accessKeyId: keyOf(token), secretAccessKey: token, sessionToken: keyOf(token) };
  return {
    provide: async () => credentials,
    held: () => credentials,
    renew() {},
    forget() {},
    anew: async () => credentials,
    spare() {
      if (token === "") return undefined;
      const untilMs = Date.now() + HANDED_FOR_MS;
      return { credentials, refreshAtMs: untilMs, uselessAtMs: untilMs };
    },
    signer: {
      sign: async (request) => {
        request.headers[TOKEN_HEADER] = token;
        // With a GET to its own host no browser says whose page asks.
        request.method = "POST";
        return request;
      },
    },
  };
}

/** By it tabs tell tokens apart. */
export function keyOf(token: string): string {
  return `local-${token.slice(0, 8)}`;
}
