import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listen } from "../emulator/http/listen.ts";
import { emulatorForTests } from "../testing/test-emulator.ts";
import type { TestLocal } from "../testing/test-local.ts";
import { startTestLocal } from "../testing/test-local.ts";

const emulator = emulatorForTests();
let keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
let local: TestLocal;
let closeAws: () => Promise<void>;
/** What stands in AWS's place answers so; its requests are counted. */
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;
let received: { headers: IncomingMessage["headers"]; url: string | undefined }[];

beforeEach(async () => {
  received = [];
  const aws = createServer((request, response) => {
    received.push({ headers: request.headers, url: request.url });
    void text(request).then((body) => answer(request, response, body));
  });
  const { url, close } = await listen(aws);
  closeAws = close;
  const { accessKeyId, secretAccessKey, sessionToken } = await emulator.control.credentials();
  keys = { accessKeyId, secretAccessKey, sessionToken };
  local = await startTestLocal({ aws: url, sts: emulator.url, credentials: async () => keys });
});
afterEach(() => Promise.all([local.close(), closeAws()]));

test("AWS gets the operation, and of the page’s headers nothing that it does not need", async () => {
  answer = (_, response) => response.end("{}");
  const headers = {
    cookie: "secret=1",
    authorization: "Bearer x",
    "x-amz-security-token": "y",
    "x-other": "z",
  };
  await local.ask("GetDeployment", { headers });
  const [request] = received;
  expect(request?.url).toBe("/");
  const { authorization, ...others } = request?.headers ?? {};
  expect(authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=ASIA\w+\/\d{8}\/us-east-1\/codedeploy\/aws4_request, /,
  );
  expect(others).toMatchObject({ "x-amz-security-token": keys.sessionToken });
  expect(others).not.toHaveProperty("cookie");
  expect(others).not.toHaveProperty("x-other");
  expect(others).not.toHaveProperty("origin");
  expect(JSON.stringify(others)).not.toContain(local.token);
});

test("no credential reaches the page or the terminal, even where the answer repeats the whole request", async () => {
  answer = (request, response, body) => {
    response.writeHead(403, {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-security-token": String(request.headers["x-amz-security-token"]),
      "set-cookie": `key=${keys.accessKeyId}`,
      "access-control-allow-origin": "*",
    });
    const said = `The canonical string should have been ${JSON.stringify(request.headers)} ${keys.secretAccessKey} ${body}`;
    response.end(JSON.stringify({ __type: "InvalidSignatureException", message: said }));
  };
  const { status, headers, body } = await local.ask("GetDeployment");
  expect(status).toBe(403);
  expect(body).toContain("InvalidSignatureException");
  const all = JSON.stringify([headers, body, local.lines]);
  for (const secret of Object.values(keys)) expect(all).not.toContain(secret);
  expect(headers).not.toHaveProperty("set-cookie");
  expect(headers).not.toHaveProperty("access-control-allow-origin");
});

test.each([301, 302, 303, 307, 308])("a redirect (%d) is not followed", async (status) => {
  answer = (_, response) => response.writeHead(status, { location: `${emulator.url}/elsewhere` }).end();
  const before = (await emulator.control.requests()).length;
  const { body, ...rest } = await local.ask("GetDeployment");
  expect(rest.status).toBe(502);
  expect(rest.headers).not.toHaveProperty("location");
  expect(JSON.parse(body)).toMatchObject({ __type: "LocalNoAnswer" });
  expect(received).toHaveLength(1);
  expect((await emulator.control.requests()).length).toBe(before);
});

test("an answer that does not end is not read to its end", async () => {
  let sent = 0;
  answer = (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(64 * 1024))) sent += 64;
    };
    response.on("drain", more).writeHead(200, { "content-type": "application/json" });
    more();
  };
  const { status, body } = await local.ask("GetDeployment");
  expect(status).toBe(502);
  expect(JSON.parse(body)).toMatchObject({
    __type: "LocalNoAnswer",
    message: expect.stringContaining("2 MiB"),
  });
  expect(sent).toBeLessThan(64 * 1024);
});

test("a connection that breaks is no answer, and its reason holds nothing of the request", async () => {
  answer = (request) => request.socket.resetAndDestroy();
  const { status, body } = await local.ask("StopDeployment");
  expect(status).toBe(403);
  const read = await local.ask("GetDeployment");
  expect(read.status).toBe(502);
  expect(JSON.parse(read.body)).toEqual({
    __type: "LocalNoAnswer",
    message: expect.stringMatching(/^No answer of AWS came to this machine: \w+\.$/),
  });
  expect(body + read.body).not.toContain(keys.accessKeyId);
});

test("what is said in the terminal is the operation, the Region, the status and the time, never what a request holds", async () => {
  answer = (_, response) => response.end("{}");
  await local.ask("GetDeployment", { input: { deploymentId: "d-SECRET\u001b[2J" } });
  await local.ask("Hidden\\u001b", { input: {} });
  expect(local.lines).toEqual([
    expect.stringMatching(/^codedeploy GetDeployment us-east-1 200 \d+ ms$/),
    expect.stringMatching(/^not forwarded: The program in the terminal does not forward this operation\./),
  ]);
});
