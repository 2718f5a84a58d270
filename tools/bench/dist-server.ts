import { EventEmitter, once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { FILE_TYPES } from "../../hosting/file-types.ts";
import { preconnectLink } from "../../hosting/preconnect.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { listen } from "../../emulator/http/listen.ts";
import type { SelfSigned } from "./self-signed.ts";

/** What requests and responses of node:http and node:http2 have in common. */
interface Request {
  readonly url?: string | undefined;
}

interface Response {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string | Buffer): unknown;
}

export interface DistServer {
  readonly port: number;
  /** The paths that were asked for, in order. */
  readonly requests: string[];
  /** Keeps requests for some paths from being answered, until the function that it returns is called. */
  hold(isHeld: (path: string) => boolean): () => void;
  /** Answers requests for some paths with 503 from now on. */
  refuse(isRefused: (path: string) => boolean): void;
  close(): Promise<void>;
}

interface Serving {
  /** The folder of the build. */
  readonly folder: string;
  readonly tls: SelfSigned | undefined;
}

/**
 * Serves the production build as a good host does: brotli, `/assets` kept for ever, every page address answered
 * with index.html; over HTTP/2 where there is a certificate, else over plain HTTP/1.1.
 */
export async function serveDist(config: () => object, { folder, tls }: Serving): Promise<DistServer> {
  const requests: string[] = [];
  // The best compression of a whole build takes seconds, and only a line with a certificate has a length to measure.
  const quality = tls ? constants.BROTLI_MAX_QUALITY : constants.BROTLI_MIN_QUALITY;
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (extname(file) in FILE_TYPES) compressed(join(folder, file), quality);
  }
  let isRefused: ((path: string) => boolean) | undefined;
  let held: { readonly isHeld: (path: string) => boolean; readonly released: Promise<unknown> } | undefined;

  const answer = async (request: Request, response: Response): Promise<void> => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    requests.push(path);
    if (held?.isHeld(path)) await held.released;
    if (isRefused?.(path)) {
      response.writeHead(503, {});
      response.end("");
      return;
    }
    if (path === "/config.json") {
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(JSON.stringify(config()));
      return;
    }
    const file = fileFor(folder, path);
    response.writeHead(200, {
      "content-type": FILE_TYPES[extname(file)] ?? "application/octet-stream",
      "content-encoding": "br",
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...linkFor(config()),
    });
    response.end(compressed(file, quality));
  };

  const listener = (request: Request, response: Response) => void answer(request, response);
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  const { port, close } = await listen(server);
  return {
    port,
    requests,
    hold(isHeld) {
      const gate = new EventEmitter();
      held = { isHeld, released: once(gate, "open") };
      return () => {
        held = undefined;
        gate.emit("open");
      };
    },
    refuse(isWanted) {
      isRefused = isWanted;
    },
    close,
  };
}

/** Hosts send it with every answer. */
function linkFor(config: object): { link?: string } {
  const result = parseConfig(JSON.stringify(config));
  return "config" in result ? { link: preconnectLink(result.config) } : {};
}

/** The build is only files and pages: whatever names no file is an address of the app. */
function fileFor(folder: string, path: string): string {
  const file = join(folder, path);
  return extname(path) !== "" && existsSync(file) ? file : join(folder, "index.html");
}

const cache = new Map<string, Buffer>();

/** Compressed once a process, so that no visit waits for it. */
function compressed(file: string, quality: number): Buffer {
  const name = `${quality} ${file}`;
  const known = cache.get(name);
  if (known) return known;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const made = brotliCompressSync(readFileSync(file), { params });
  cache.set(name, made);
  return made;
}
