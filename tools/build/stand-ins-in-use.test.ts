import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Sdk from "@aws-sdk/client-codedeploy";
import type { HttpRequest } from "@smithy/core/protocols";
import { HttpResponse } from "@smithy/core/protocols";
import type { HttpHandlerOptions } from "@smithy/types";
import { build } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { STAND_INS, standIns } from "./stand-ins.ts";

const OF_THE_SDK = STAND_INS.filter(({ module }) => /^@(?:smithy|aws-sdk\/(?:client|core))/.test(module));

const USED = `export {
  CodeDeployClient, GetDeploymentCommand, ListDeploymentsCommand, ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";`;
const ENTRY = join(import.meta.dirname, "entry-of-a-test.js");

const ABORTED = Object.assign(new Error("Request aborted"), { name: "AbortError" });

const folder = mkdtempSync(join(tmpdir(), "stand-ins-"));
let whole: typeof Sdk;
let less: typeof Sdk;

/** The SDK as a build of the page has it, with stand-ins or without. */
async function sdkWith(rows: typeof STAND_INS): Promise<typeof Sdk> {
  const outDir = join(folder, `${rows.length}`);
  await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? USED : null),
      },
      standIns(rows, []),
    ],
    build: {
      outDir,
      minify: false,
      lib: { entry: ENTRY, formats: ["es"], fileName: "sdk" },
    },
  });
  const sdk: typeof Sdk = await import(pathToFileURL(join(outDir, "sdk.js")).href);
  return sdk;
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-26T12:00:00Z") });
  vi.spyOn(crypto, "randomUUID").mockReturnValue("00000000-0000-4000-8000-000000000000");
  whole = await sdkWith([]);
  less = await sdkWith(OF_THE_SDK);
});

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

interface Case {
  readonly name: string;
  /** `GetDeployment` where absent. */
  readonly ask?: (sdk: typeof Sdk, client: Sdk.CodeDeployClient) => Promise<object>;
  readonly status?: number;
  readonly body?: string;
  readonly failure?: Error;
  readonly signal?: AbortSignal;
}

/** What goes out for a case, and what comes of it. */
async function outcome(sdk: typeof Sdk, { ask, status = 200, body = "{}", failure, signal }: Case) {
  const sent: object[] = [];
  const client = new sdk.CodeDeployClient({
    region: "eu-central-1",
    endpoint: "https://codedeploy.eu-central-1.amazonaws.com",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "token" },
    maxAttempts: 1,
    requestHandler: {
      handle(request: HttpRequest, options?: HttpHandlerOptions) {
        if (options?.abortSignal?.aborted) return Promise.reject(ABORTED);
        const { method, protocol, hostname, port, path, query, headers, body: bytes } = request;
        const text = new TextDecoder().decode(bytes);
        sent.push({ method, protocol, hostname, port, path, query, headers, text });
        if (failure) return Promise.reject(failure);
        const answer = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "r-1" };
        return Promise.resolve({
          response: new HttpResponse({ statusCode: status, headers: answer, body: new Blob([body]) }),
        });
      },
    },
  });
  const get = () =>
    client.send(new sdk.GetDeploymentCommand({ deploymentId: "d-1" }), signal ? { abortSignal: signal } : {});
  try {
    return { sent, output: await (ask ? ask(sdk, client) : get()) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message, ...rest } = error;
    return { sent, error: { name, message, ...rest, $response: undefined } };
  }
}

const refused = (type: string) => JSON.stringify({ __type: type, message: "Not so.", code: 7 });

const CASES: readonly Case[] = [
  {
    name: "an answer",
    body: '{"deploymentInfo":{"status":"Failed","createTime":1.7324281812e9,"other":null}}',
  },
  {
    name: "a request with lists, maps and letters of all kinds",
    ask: ({ ListDeploymentTargetsCommand }, client) =>
      client.send(
        new ListDeploymentTargetsCommand({
          deploymentId: 'd-"ä\u2028🚀',
          targetFilters: { TargetStatus: ["Failed", "Skipped"], ServerInstanceLabel: [] },
        }),
      ),
  },
  {
    name: "a request with times and numbers",
    ask: ({ ListDeploymentsCommand }, client) =>
      client.send(
        new ListDeploymentsCommand({
          createTimeRange: { start: new Date(1_700_000_000_250) },
          nextToken: "a",
        }),
      ),
    body: '{"deployments":["d-1"]}',
  },
  {
    name: "a refusal",
    status: 400,
    body: refused("com.amazonaws.codedeploy#DeploymentDoesNotExistException"),
  },
  { name: "a refusal that the SDK does not know", status: 400, body: refused("OtherException") },
  { name: "too many requests", status: 400, body: refused("ThrottlingException") },
  { name: "a fault of AWS", status: 503, body: refused("InternalFailure") },
  { name: "what is no JSON", body: "<html>" },
  { name: "a network that is gone", failure: new TypeError("Failed to fetch") },
  {
    name: "a request that is given up",
    failure: ABORTED,
  },
  { name: "a request that was given up before", signal: AbortSignal.abort() },
];

test.each(CASES)("$name: the SDK does the same with stand-ins as without", async (each) => {
  const expected = await outcome(whole, each);
  expect(expected.sent).toHaveLength(each.signal ? 0 : 1);
  expect(await outcome(less, each)).toEqual(expected);
});
