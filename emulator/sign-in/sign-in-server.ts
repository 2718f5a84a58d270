import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { listen } from "../http/listen.ts";
import { sendReply } from "../http/send-reply.ts";
import type { EmulatorState } from "../state.ts";
import { answerLogin } from "./login.ts";
import { answerLogout } from "./logout.ts";
import { faultOf } from "./sign-in-faults.ts";

/** The managed login of the user pool, on an origin of its own, as a Cognito domain is. */
export interface SignInServer {
  /** Its origin: the `domain` of config.json. */
  readonly domain: string;
  close(): void;
}

/**
 * Starts it on 127.0.0.1. The provider library is loaded with the first visit: most emulators sign nobody in.
 * @param wantedPort another one is taken when it is in use
 */
export async function startSignInServer(state: EmulatorState, wantedPort: number): Promise<SignInServer> {
  let provider: Promise<Provider> | undefined;
  const load = async () => {
    const { createProvider } = await import("./oidc-provider.ts");
    return createProvider(state.userPool, state.tokens, state.now);
  };
  const server = createServer((request, response) => {
    provider ??= load();
    void provider
      .then((loaded) => answer(request, response, loaded, state))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const port = await listen(server, wantedPort, false);
  return {
    domain: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  state: EmulatorState,
): Promise<void> {
  // No page of Cognito's may be framed: an app cannot renew its sign-in in a hidden frame.
  response.setHeader("X-Frame-Options", "DENY");
  const fault = await faultOf(request, response, state);
  if (fault) return sendReply(response, fault);
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (url.pathname.startsWith("/login/")) return answerLogin(request, response, provider, state.userPool);
  if (url.pathname === "/logout") return answerLogout(request, response, provider, state.userPool);
  await provider.callback()(request, response);
}
