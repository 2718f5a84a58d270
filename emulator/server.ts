import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { answerControl, CONTROL_PATH, MAX_CONTROL_BYTES } from "./control/answer-control.ts";
import { isPortInUse, listen, listenAnywhere } from "./http/listen.ts";
import type { ReceivedRequest } from "./http/received-request.ts";
import { MAX_BODY_BYTES, receiveRequest, requestUrl } from "./http/received-request.ts";
import type { Reply } from "./http/reply.ts";
import { sendReply } from "./http/reply.ts";
import { sendFailure } from "./http/send-failure.ts";
import { isVisit, WELCOME } from "./http/welcome.ts";
import { answerAws } from "./services/answer-aws.ts";
import { issuerDocument } from "./sign-in/issuer-documents.ts";
import { startSignInServer } from "./sign-in/sign-in-server.ts";
import type { EmulatorState } from "./state.ts";
import { createState } from "./state.ts";

/** How the emulator is started. */
export interface EmulatorOptions {
  readonly port?: number;
  /** Fail rather than take another port when the wanted one is in use. */
  readonly strictPort?: boolean;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
}

/** A running emulator. */
export interface Emulator {
  readonly url: string;
  readonly port: number;
  /** The origin of the user pool's login pages. */
  readonly signInUrl: string;
  readonly state: EmulatorState;
  close(): Promise<void>;
}

/** How long a connection may be idle. */
const IDLE_MS = 10 * 60_000;

/** The port that the emulator takes unless told otherwise. */
export const DEFAULT_PORT = 4566;

/**
 * Starts the emulator on 127.0.0.1.
 * @throws Error with a sentence for people, when the port is in use and must not be another
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const state = createState(options.now ?? Date.now);
  const server = createServer((incoming, response) => void answer(incoming, response, state));
  // Node closes an idle connection after 5 s, and a client that uses it again just then sees a network error.
  server.keepAliveTimeout = IDLE_MS;
  const { port, url, close } = await listenAsToldBy(options, server);
  state.userPool.issuer = `${url}/${state.userPool.id}`;
  const signIn = await startSignInServer(state, options.port === 0 ? 0 : port + 1);
  state.userPool.domain = signIn.domain;
  return {
    url,
    port,
    signInUrl: signIn.domain,
    state,
    close: async () => {
      await Promise.all([signIn.close(), close()]);
    },
  };
}

function listenAsToldBy({ port = DEFAULT_PORT, strictPort = false }: EmulatorOptions, server: Server) {
  if (!strictPort) return listenAnywhere(server, port);
  return listen(server, port).catch((error: unknown) => {
    if (!isPortInUse(error)) throw error;
    throw new Error(`Port ${port} is in use: stop what listens there, or set EMULATOR_PORT to a free port.`, {
      cause: error,
    });
  });
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  state: EmulatorState,
): Promise<void> {
  try {
    const request = await receiveRequest(incoming, isControl(incoming) ? MAX_CONTROL_BYTES : MAX_BODY_BYTES);
    sendReply(response, await replyTo(request, state));
  } catch (error) {
    sendFailure(response, error);
  }
}

function replyTo(request: ReceivedRequest, state: EmulatorState): Reply | Promise<Reply> {
  if (isVisit(request)) return WELCOME;
  const document = issuerDocument(request, state.userPool);
  if (document) return document;
  return request.path.startsWith(`${CONTROL_PATH}/`)
    ? answerControl(request, state)
    : answerAws(request, state);
}

function isControl(incoming: IncomingMessage): boolean {
  return requestUrl(incoming).pathname.startsWith(`${CONTROL_PATH}/`);
}
