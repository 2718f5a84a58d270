import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { loadConfig } from "./load-config.ts";

const CONFIG = {
  regions: ["us-east-1"],
  identityPoolId: "us-east-1:5a3d8c1e-2f4b-4c6d-8e7f-9a0b1c2d3e4f",
  guest: { roleArn: "arn:aws:iam::123456789012:role/Guest" },
};

afterEach(() => vi.unstubAllGlobals());

/** A host that sends config.json with these headers; gives what it was asked. */
async function askHost(
  headers: OutgoingHttpHeaders,
): Promise<{ result: unknown; asked: IncomingHttpHeaders[] }> {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(200, headers).end(JSON.stringify(CONFIG));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
  // Node has no page for an address to belong to.
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init?: RequestInit) => fetch(new URL(path, origin), init));
  const result = await loadConfig();
  server.close();
  return { result, asked };
}

test.each(["no-store", "no-cache", "private, no-cache"])(
  "config.json that comes as %s is asked for once",
  async (cacheControl) => {
    const { result, asked } = await askHost({ "cache-control": cacheControl });
    expect(asked).toHaveLength(1);
    expect(result).toMatchObject({ config: CONFIG });
  },
);

test.each([{}, { "cache-control": "max-age=3600" }, { "last-modified": "Tue, 01 Jul 2025 08:00:00 GMT" }])(
  "config.json that a browser may have kept (%j) is asked for once more, past what it keeps",
  async (headers) => {
    const { result, asked } = await askHost(headers);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatchObject({ "cache-control": "no-cache" });
    expect(result).toMatchObject({ config: CONFIG });
  },
);

test("what the first script has asked for is taken, and nobody is asked again", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  vi.stubGlobal("fetch", fetch);
  const response = new Response(null, { headers: { "cache-control": "no-cache" } });
  vi.stubGlobal("configAnswer", Promise.resolve({ response, text: JSON.stringify(CONFIG) }));
  expect(await loadConfig()).toMatchObject({ config: CONFIG });
  expect(fetch).not.toHaveBeenCalled();
  vi.stubGlobal("configAnswer", Promise.reject(new TypeError("Failed to fetch")));
  expect(await loadConfig()).toEqual({ fault: { kind: "unreachable", detail: "Failed to fetch" } });
});

/** What comes of a host's answer. */
function loadedFrom(body: string, status = 200) {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));
  return loadConfig();
}

test("a valid configuration is taken", async () => {
  expect(await loadedFrom(JSON.stringify(CONFIG))).toEqual({ config: CONFIG });
});

test("so is one that the quick check does not know for certain", async () => {
  const named = { ...CONFIG, signIn: undefined, name: "See http://wiki" };
  const signIn = { authority: "https://a.example", clientId: "a", domain: "https://b.example" };
  const unsure = { ...named, guest: undefined, signIn, $schema: "http://example.com/config.schema.json" };
  expect(await loadedFrom(JSON.stringify(unsure))).toHaveProperty("config.signIn", signIn);
});

test.each([
  ["<!doctype html>", 200, { kind: "html" }],
  ["{", 200, { kind: "not-json" }],
  [
    JSON.stringify({ ...CONFIG, regions: ["Ireland"] }),
    200,
    { kind: "invalid", problems: [{ path: "$.regions[0]" }] },
  ],
  ["", 404, { kind: "missing" }],
  ["", 502, { kind: "unreachable", detail: "HTTP 502" }],
])("what is wrong is said: %s (%i)", async (body, status, fault) => {
  expect(await loadedFrom(body, status)).toMatchObject({ fault });
});
