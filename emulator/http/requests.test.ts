import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { emulatorForTests } from "../../testing/test-emulator.ts";
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
  ["the services", () => emulator.url, "/"],
  ["the control interface", () => emulator.url, "/_emulator/credentials"],
])("%s take no body beyond the limit, and say so", async (_, url, path) => {
  const { status, body } = await send(url(), path, "POST", Buffer.alloc(MAX_BODY_BYTES + 1, " "));
  expect(status).toBe(413);
  expect(body).toContain(String(MAX_BODY_BYTES));
});

test("the login form takes no body beyond the limit either", async () => {
  const { status } = await send(
    emulator.signInUrl,
    "/login/x",
    "POST",
    Buffer.alloc(MAX_BODY_BYTES + 1, " "),
  );
  expect(status).toBe(413);
});

test("a body at the limit is read", async () => {
  const { status } = await send(
    emulator.url,
    "/_emulator/credentials",
    "POST",
    Buffer.alloc(MAX_BODY_BYTES, " "),
  );
  expect(status).toBe(400);
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
