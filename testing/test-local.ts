import type { IncomingHttpHeaders, Server } from "node:http";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AwsCredentialIdentity } from "@smithy/types";
import { afterAll, beforeAll, expect } from "vitest";
import { listen } from "../emulator/http/listen.ts";
import { allowedOperations } from "../local/allow-list.ts";
import { readBuild } from "../local/build-files.ts";
import { createLocalServer } from "../local/server.ts";
import { openSession } from "../local/session.ts";
import { machineSource } from "../local/source.ts";
import type { TestEmulator } from "./test-emulator.ts";

/** A local server on a free port, and what it has said in its terminal. */
export interface TestLocal {
  readonly port: number;
  readonly token: string;
  readonly lines: string[];
  /** Sends a request over a connection of its own, with these headers and no others. */
  send(options: SentRequest): Promise<Received>;
  /** Asks as the page does, save what is told otherwise. A header that is `undefined` is left out. */
  ask(operation: string, options?: Partial<SentRequest> & { input?: object }): Promise<Received>;
  /** What the page sends with it. */
  pageHeaders(operation: string): Record<string, string>;
  close(): Promise<void>;
}

interface SentRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: string | Buffer;
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface TestLocalOptions {
  /** Where AWS is, and for the identity another place where that is no AWS. */
  readonly aws: string;
  readonly sts?: string;
  /** Each time anew. */
  readonly credentials: () => Promise<AwsCredentialIdentity>;
  readonly mayOperate?: boolean;
}

/** The files of the build that these servers serve. */
const FILES = {
  "index.html": '<!doctype html><div id="root"></div>',
  "first-paint.js": "// first paint",
  "first-paint.js.map": "{}",
};

const askForCode = () => Promise.reject(new Error("Nobody is there."));

/** Starts the server of local mode as `startLocal` does, with credentials that a test has chosen. */
export async function startTestLocal({
  aws,
  sts = aws,
  credentials,
  mayOperate = false,
}: TestLocalOptions): Promise<TestLocal> {
  const folder = await mkdtemp(join(tmpdir(), "deploywatch-build-"));
  await Promise.all(Object.entries(FILES).map(([name, content]) => writeFile(join(folder, name), content)));
  const files = await readBuild(folder);
  await rm(folder, { recursive: true });
  const endpointOf = (service: string) => (service === "sts" ? sts : aws);
  const machine = machineSource({ profile: undefined, region: "us-east-1", endpointOf, askForCode });
  const session = await openSession({ ...machine, resolve: credentials });
  const token = "f00d".repeat(16);
  const lines: string[] = [];
  const regions = ["us-east-1", "eu-west-1"];
  const config = { regions, local: true, actions: mayOperate };
  const log = (line: string) => lines.push(line);
  const server: Server = createLocalServer({
    token,
    files,
    config,
    regions,
    allowed: allowedOperations(mayOperate),
    session,
    endpointOf,
    log,
  });
  const { port, close } = await listen(server);
  const pageHeaders = (operation: string) => ({
    origin: `http://127.0.0.1:${port}`,
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `CodeDeploy_20141006.${operation}`,
    "x-deploywatch-token": token,
  });
  const send: TestLocal["send"] = (options) => sendTo(port, options);
  return {
    port,
    token,
    lines,
    send,
    pageHeaders,
    close,
    ask: (operation, { headers, input = {}, ...options } = {}) =>
      send({
        method: "POST",
        path: "/aws/codedeploy/us-east-1/",
        body: JSON.stringify(input),
        ...options,
        headers: { ...pageHeaders(operation), ...headers },
      }),
  };
}

function sendTo(port: number, { method = "GET", path, headers = {}, body }: SentRequest): Promise<Received> {
  const given = Object.entries({ host: `127.0.0.1:${port}`, ...headers });
  const lines = given.flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().flatMap((one) => [name, one]),
  );
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path,
      method,
      headers: [...lines, "content-length", String(Buffer.byteLength(body ?? ""))],
      agent: false,
    };
    const outgoing = request(options, (response) => {
      text(response).then(
        (received) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received }),
        reject,
      );
    });
    outgoing.on("error", reject).end(body);
  });
}

/** Local servers with a deployment to ask for. */
export interface TestLocals {
  /** Without `--operate`. */
  readonly local: TestLocal;
  readonly operating: TestLocal;
  readonly deploymentId: string;
  /** How many requests have reached AWS, the identity's aside. */
  readonly reached: () => Promise<number>;
  /** Sends an attack: nothing of it reaches AWS, and no page of another origin may read the answer. */
  readonly expectRefused: (attack: () => Promise<Received>, status: number) => Promise<void>;
}

/** Starts both before the tests of a file, with credentials that may do everything, and closes them after them. */
export function localsForTests(emulator: TestEmulator): () => TestLocals {
  let locals: TestLocals | undefined;
  beforeAll(async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await emulator.control.credentials({
      allow: ["*"],
    });
    const options = {
      aws: emulator.url,
      credentials: async () => ({ accessKeyId, secretAccessKey, sessionToken }),
    };
    const [local, operating] = await Promise.all([
      startTestLocal(options),
      startTestLocal({ ...options, mayOperate: true }),
    ]);
    const { deploymentId } = await emulator.control.start("ec2-rolling", { atMs: 40_000 });
    const reached = async () =>
      (await emulator.control.requests()).filter(({ operation }) => operation !== "GetCallerIdentity").length;
    const expectRefused: TestLocals["expectRefused"] = async (attack, status) => {
      const before = await reached();
      const answer = await attack();
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain(deploymentId);
      expect(answer.body).not.toContain(local.token);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(await reached()).toBe(before);
    };
    locals = { local, operating, deploymentId, reached, expectRefused };
  });
  afterAll(async () => {
    await locals?.local.close();
    await locals?.operating.close();
  });
  return () => {
    if (!locals) throw new Error("They start before the first test, not when the file is loaded.");
    return locals;
  };
}
