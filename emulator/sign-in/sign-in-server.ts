import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Provider } from "oidc-provider";
import { planFaults } from "../control/fault.ts";
import { listenAnywhere } from "../http/listen.ts";
import { requestUrl } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import { sendReply } from "../http/reply.ts";
import { sendFailure } from "../http/send-failure.ts";
import type { EmulatorState } from "../state.ts";
import { answerLogin, answerLogout } from "./login-pages.ts";

/** The managed login of the user pool, on an origin of its own, as a Cognito domain is. */
export interface SignInServer {
  /** Its origin: the `domain` of config.json. */
  readonly domain: string;
  readonly close: () => Promise<void>;
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
      .catch((error: unknown) => sendFailure(response, error));
  });
  const { url, close } = await listenAnywhere(server, wantedPort);
  return { domain: url, close };
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
  const url = requestUrl(request);
  if (url.pathname.startsWith("/login/")) return answerLogin(request, response, provider, state.userPool);
  if (url.pathname === "/logout") return answerLogout(request, response, provider, state.userPool);
  await provider.callback()(request, response);
}

const CORS_HEADERS = { "access-control-allow-origin": "*" };

/** What stands in for a right answer that never arrives as a whole. */
const HALF_TOKEN = JSON.stringify({ token_type: "Bearer", expires_in: 3600, access_token: "", id_token: "" });

/**
 * Logs a request to the sign-in server and gives what a fault makes of it; undefined when it is to be answered as
 * it should be. The operation is the path without its first slash: `oauth2/token`. A refusal goes out in OAuth's form.
 */
async function faultOf(
  request: IncomingMessage,
  response: ServerResponse,
  state: EmulatorState,
): Promise<Reply | undefined> {
  const { origin } = request.headers;
  const path = requestUrl(request).pathname;
  const facts = { operation: path.slice(1), ...(origin !== undefined && { origin }) };
  const logged = state.requests.add({ time: state.now(), method: request.method ?? "GET", ...facts });
  response.once("finish", () => (logged.status = response.statusCode));
  if (request.method === "OPTIONS") return undefined;
  const plan = planFaults(state.faults.take(facts, state.now()));
  if (plan.delayMs > 0) await sleep(plan.delayMs);
  const { error, delivery } = plan;
  const headers = { ...CORS_HEADERS, "content-type": "application/json" };
  if (error) {
    const body = JSON.stringify({ error: error.type, error_description: error.message });
    return { status: error.status, headers, body };
  }
  if (delivery) return { status: 200, headers, body: HALF_TOKEN, delivery };
  return plan.answer;
}
