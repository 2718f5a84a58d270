import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startDelayLine } from "./delay-line.ts";
import { serveDist } from "./dist-server.ts";
import { selfSigned } from "./self-signed.ts";

/** As much as a browser takes before it says that it has read something. */
const BROWSERS_WINDOW = 6_000_000;

test("a small file has ended before a large one that was asked for with it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "deploywatch-dist-server-"));
  writeFileSync(join(folder, "large.js"), randomBytes(200_000).toString("base64"));
  writeFileSync(join(folder, "small.css"), "p { color: red }");
  const tls = selfSigned();
  const server = await serveDist(() => ({}), { folder, tls });
  const downlink = { bytesPerSecond: 1_000_000, freeAtMs: 0 };
  const line = await startDelayLine({ to: server.port, roundTripMs: 10, setupRoundTrips: 1, downlink });
  const client = connect(`https://127.0.0.1:${line.port}`, {
    rejectUnauthorized: false,
    settings: { initialWindowSize: BROWSERS_WINDOW },
  });
  await once(client, "remoteSettings");
  client.setLocalWindowSize(BROWSERS_WINDOW);

  const large = client.request({ ":path": "/large.js" });
  const small = client.request({ ":path": "/small.css" });
  let bytes = 0;
  large.on("data", (part: Buffer) => (bytes += part.length));
  await once(small.resume(), "end");
  const before = bytes;
  await once(large, "end");
  expect(before).toBeLessThan(bytes);

  client.close();
  await once(client, "close");
  await line.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

test("what holds nothing back is a mistake of who wanted to hold something back", async () => {
  const folder = mkdtempSync(join(tmpdir(), "deploywatch-dist-server-"));
  writeFileSync(join(folder, "app.js"), "");
  const server = await serveDist(() => ({}), { folder, tls: undefined });
  const ask = () => fetch(`http://127.0.0.1:${server.port}/app.js`);

  const release = server.hold((path) => path === "/app.js");
  const answer = ask();
  await vi.waitFor(() => expect(server.requests).toEqual(["/app.js"]));
  expect(release).not.toThrow();
  expect((await answer).status).toBe(200);

  const nothing = server.hold((path) => path === "/renamed.js");
  await ask();
  expect(nothing).toThrow("No request was held back");
  await server.close();
  rmSync(folder, { recursive: true });
});
