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

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface DistServer {
  readonly port: number;
  /** The paths that were asked for, in order. */
  readonly requests: string[];
  /**
   * Keeps requests for some paths from being answered, until the function that it returns is called, which throws where there was
   * none: files change their names.
   */
  hold(isHeld: (path: string) => boolean): () => void;
  /** The same for all assets but these; there need be none. */
  holdAllBut(isServed: (path: string) => boolean): () => void;
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
  let held: ((path: string) => Promise<unknown> | undefined) | undefined;
  const holdBack = (isHeld: (path: string) => boolean) => {
    const gate = new EventEmitter();
    const released = once(gate, "open");
    let hasHeld = false;
    held = (path) => {
      if (!isHeld(path)) return undefined;
      hasHeld = true;
      return released;
    };
    return () => {
      held = undefined;
      gate.emit("open");
      return hasHeld;
    };
  };

  const answer = async (address = "/"): Promise<Answer> => {
    const path = new URL(address, "http://localhost").pathname;
    requests.push(path);
    await held?.(path);
    if (isRefused?.(path)) return { status: 503 };
    if (path === "/config.json") {
      const headers = { "content-type": "application/json", "cache-control": "no-store" };
      return { status: 200, headers, body: JSON.stringify(config()) };
    }
    const file = fileFor(folder, path);
    const headers = {
      "content-type": FILE_TYPES[extname(file)] ?? "application/octet-stream",
      "content-encoding": "br",
      "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...linkFor(config()),
    };
    return { status: 200, headers, body: compressed(file, quality) };
  };

  const server = tls ? overHttp2(tls, answer) : overHttp1(answer);
  const { port, close } = await listen(server);
  return {
    port,
    requests,
    hold(isHeld) {
      const release = holdBack(isHeld);
      return () => {
        if (!release()) throw new Error("No request was held back: nothing asked for such a path.");
      };
    },
    holdAllBut: (isServed) => holdBack((path) => path.startsWith("/assets/") && !isServed(path)),
    refuse(isWanted) {
      isRefused = isWanted;
    },
    close,
  };
}

type Answerer = (address: string | undefined) => Promise<Answer>;

function overHttp1(answer: Answerer) {
  return createServer(async ({ url }, response) => {
    const { status, headers, body } = await answer(url);
    response.writeHead(status, headers).end(body);
  });
}

/**
 * With streams of their own, as hosts send them: what node:http2 makes of `response.end` tells the browser that a small file
 * has ended only after all files that were asked for with it.
 */
function overHttp2(tls: SelfSigned, answer: Answerer) {
  return createSecureServer(tls).on("stream", async (stream, { ":path": address }) => {
    const { status, headers, body } = await answer(address);
    if (stream.destroyed) return;
    stream.respond({ ":status": status, ...headers });
    stream.end(body);
  });
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
