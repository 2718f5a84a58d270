import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { emulatorForTests } from "../../testing/test-emulator.ts";
import { MAX_CONTROL_BYTES } from "../control/answer-control.ts";
import { MAX_BODY_BYTES } from "./received-request.ts";

const emulator = emulatorForTests();

const SERVERS: Readonly<Record<string, () => string>> = {
  "the services": () => emulator.url,
  "the login pages": () => emulator.signInUrl,
};

/** Targets that no client would send, and that `new URL` reads as another host or not at all. */
const TARGETS = [
  "//",
  "//login",
  "///",
  "/login//",
  "//:80",
  "/\\",
  "http://elsewhere/",
  "*",
  "/%",
  "/login/%E0%A4%A",
];

describe.each(Object.entries(SERVERS))("%s", (_, url) => {
  test.each(TARGETS)("answer a request for %j", async (target) => {
    const { status, body } = await send(url(), target);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/TypeError|Invalid URL|node:|at \w+ \(/);
  });
});

test.each(["GET", "PUT", "POST", "DELETE"])(
  "a control path that cannot be decoded is told so (%s)",
  async (method) => {
    for (const path of [
      "/_emulator/roles/%E0%A4%A",
      "/_emulator/deployments/%",
      "/_emulator/configs/%E0%A4%A",
    ]) {
      const { status, body } = await send(emulator.url, path, method);
      expect([400, 404]).toContain(status);
      expect(JSON.parse(body)).toEqual({ message: expect.stringContaining(path) });
    }
  },
);

test.each([
  ["the services", () => emulator.url, "/", MAX_BODY_BYTES],
  ["the login pages", () => emulator.signInUrl, "/login/x", MAX_BODY_BYTES],
  ["the control interface", () => emulator.url, "/_emulator/credentials", MAX_CONTROL_BYTES],
])("%s read a body at the limit, and say so of one beyond it", async (_, url, path, limit) => {
  const longest = await send(url(), path, "POST", Buffer.alloc(limit, " "));
  expect(longest.status).not.toBe(413);
  const { status, body } = await send(url(), path, "POST", Buffer.alloc(limit + 1, " "));
  expect(status).toBe(413);
  expect(JSON.parse(body)).toEqual({ message: `The body is longer than ${limit} bytes.` });
});

test("the token endpoint bounds its body as well", async () => {
  const { status } = await send(
    emulator.signInUrl,
    "/oauth2/token",
    "POST",
    Buffer.alloc(MAX_BODY_BYTES, "a"),
  );
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

test("what is noted of a request has a bound", async () => {
  const deploymentId = `d-${"A".repeat(MAX_BODY_BYTES / 2)}`;
  await fetch(emulator.url, {
    method: "POST",
    headers: { "x-amz-target": "CodeDeploy_20141006.GetDeployment" },
    body: JSON.stringify({ deploymentId }),
  });
  const noted = (await emulator.control.requests()).map((entry) => entry.deploymentId ?? "");
  expect(noted.some((id) => id.startsWith("d-AAAA"))).toBe(true);
  expect(Math.max(...noted.map(({ length }) => length))).toBeLessThanOrEqual(300);
});

test("an emulator that was sent all that is still there", async () => {
  expect(await emulator.control.scenarios()).not.toEqual([]);
});

/** Sends a request whose target stays as it is, which `fetch` would put in order. */
async function send(
  url: string,
  path: string,
  method = "GET",
  content?: Buffer,
): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ hostname, port, path, method, agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    outgoing.on("error", reject).end(content);
  });
}
