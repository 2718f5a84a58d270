import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { isAppRoute } from "../hosting/app-routes.ts";
import { securityHeaders } from "../hosting/security-headers.ts";
import { SESSION_PATH } from "../src/access/local/local-server.ts";
import type { AllowedOperation } from "./allow-list.ts";
import type { AskedOperation } from "./asked-operation.ts";
import { askedOperation, isForm } from "./asked-operation.ts";
import type { BuildFiles } from "./build-files.ts";
import type { EndpointOf } from "./forward.ts";
import { forward } from "./forward.ts";
import { ownHosts, requireOwnHost, requireOwnPage } from "./gate.ts";
import { receiveText } from "./receive-text.ts";
import type { Answer } from "./refusal.ts";
import { Refusal, refusalAnswer } from "./refusal.ts";
import type { Session } from "./session.ts";
import type { Told } from "./told-once.ts";
import { toldOnce } from "./told-once.ts";

/** What the server is started with. */
export interface LocalSite {
  /** What the link has, and every operation must be asked for with. */
  readonly token: string;
  readonly files: BuildFiles;
  /** What `config.json` holds. */
  readonly config: object;
  readonly regions: readonly string[];
  readonly allowed: readonly AllowedOperation[];
  readonly session: Session;
  readonly endpointOf: EndpointOf;
  /** Takes a line for the terminal: what was forwarded, and what was not. It holds nothing that came with a request. */
  readonly log: (line: string) => void;
}

/** No policy but its own, and what it says is kept nowhere. No header of CORS: no page of another origin reads anything. */
const HEADERS = { ...securityHeaders([], "http"), "cache-control": "no-store" };

/** The server of local mode. It has to be told to listen, on 127.0.0.1. */
export function createLocalServer(site: LocalSite): Server {
  const told = toldOnce(site.log);
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort(new Refusal(503, "Nobody waits for it any more.")));
    void answerTo(request, gone.signal, site, told).then(
      (answer) => reply(response, answer),
      (error: unknown) => {
        site.log(`failed: ${error instanceof Error ? error.name : "unknown"}`);
        reply(response, { status: 500, headers: {}, body: "" });
      },
    );
  });
  server.requestTimeout = 30_000;
  // Longer than the page is quiet: where a connection is closed just as it is used again, its request is lost.
  server.keepAliveTimeout = 10 * 60_000;
  return server;
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...HEADERS, ...headers, "content-length": bytes.length });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
}

async function answerTo(
  request: IncomingMessage,
  gone: AbortSignal,
  site: LocalSite,
  told: Told,
): Promise<Answer> {
  try {
    requireOwnHost(request, ownHosts(request.socket.localPort ?? 0));
    const path = /^[^?]*/.exec(request.url ?? "/")?.[0] ?? "/";
    if (path.startsWith("/aws/")) return await answerOperation(request, gone, site, told);
    return answerFile(request, path, site);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    site.log(`not forwarded: ${error.message}`);
    return refusalAnswer(error, isForm(request.headers));
  }
}

function answerFile({ method }: IncomingMessage, path: string, { files, config }: LocalSite): Answer {
  if (method !== "GET" && method !== "HEAD") throw new Refusal(405, "Files are asked for with GET.");
  if (path === "/config.json") return json(config);
  const file = files.get(isAppRoute(path) ? "/index.html" : path);
  return file ?? { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" };
}

async function answerOperation(
  request: IncomingMessage,
  gone: AbortSignal,
  site: LocalSite,
  told: Told,
): Promise<Answer> {
  const { url = "" } = request;
  requireOwnPage(request, site.token);
  const body = await receiveText(request);
  // With the token alone: whoever else can reach the port learns no account.
  if (url === SESSION_PATH) return json(site.session.identity);
  const asked = askedOperation(url, request.headers, body, site.allowed, site.regions);
  const startedMs = Date.now();
  let answer: Answer;
  try {
    answer = await forward(asked, site.session, site.endpointOf, gone);
    told.forget();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told.say(error.message);
    answer = refusalAnswer(error, isForm(request.headers));
  }
  site.log(lineOf(asked, answer, Date.now() - startedMs));
  return answer;
}

function lineOf(
  { operation: { service, name }, region }: AskedOperation,
  answer: Answer,
  tookMs: number,
): string {
  return `${service} ${name} ${region} ${answer.status} ${tookMs} ms`;
}

function json(value: object): Answer {
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}
