import { networkInterfaces } from "node:os";
import { connect } from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import { emulatorForTests } from "../testing/test-emulator.ts";
import type { TestLocals } from "../testing/test-local.ts";
import { localsForTests } from "../testing/test-local.ts";

const locals = localsForTests(emulatorForTests());
let local: TestLocals["local"];
let deploymentId: TestLocals["deploymentId"];
let expectRefused: TestLocals["expectRefused"];

beforeEach(() => {
  ({ local, deploymentId, expectRefused } = locals());
});

test("the page’s own request is signed and answered", async () => {
  const { status, body, headers } = await local.ask("GetDeployment", { input: { deploymentId } });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toHaveProperty("deploymentInfo.deploymentId", deploymentId);
  expect(headers["cache-control"]).toBe("no-store");
  expect(local.lines.slice(-1)).toEqual([
    expect.stringMatching(/^codedeploy GetDeployment us-east-1 200 \d+ ms$/),
  ]);
});

test("it is asked by its other name as well", async () => {
  const host = `localhost:${local.port}`;
  const headers = { host, origin: `http://${host}` };
  expect(await local.ask("GetDeployment", { input: { deploymentId }, headers })).toMatchObject({
    status: 200,
  });
});

/** The names that such a page may ask by. */
const hosts = (port: number): (string | string[] | undefined)[] => [
  `attacker.example:${port}`,
  "attacker.example",
  "127.0.0.1",
  "localhost",
  `127.0.0.1:${port + 1}`,
  `127.0.0.1.attacker.example:${port}`,
  `127.0.0.2:${port}`,
  `[::1]:${port}`,
  `0.0.0.0:${port}`,
  `LOCALHOST:${port}`,
  `localhost.:${port}`,
  `127.1:${port}`,
  "",
  [`127.0.0.1:${port}`, `attacker.example:${port}`],
];

describe("a page whose name was made to lead here (DNS rebinding)", () => {
  test.each(["/", "/config.json", "/first-paint.js", "/us-east-1/d-ABC", "/aws/session"])(
    "gets nothing of %s",
    async (path) => {
      for (const host of hosts(local.port)) {
        const { status, body } = await local.send({ path, headers: { host } });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(body).not.toContain("root");
        expect(body).not.toContain("regions");
      }
    },
  );
  test("gets nothing of AWS, even with the token and with an origin that matches its name", async () => {
    for (const host of hosts(local.port)) {
      const headers = { host, origin: `http://${String(host)}` };
      await expectRefused(() => local.ask("GetDeployment", { input: { deploymentId }, headers }), 403);
    }
  });
});

describe("a page of another origin", () => {
  test.each([
    ["that names itself", { origin: "https://attacker.example", "sec-fetch-site": "cross-site" }],
    ["that names none", { origin: undefined }],
    ["in a sandbox", { origin: "null" }],
    ["on another port of this machine", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
    ["by the other name of this machine", { origin: "http://localhost:1" }],
    ["over TLS", { origin: "https://127.0.0.1" }],
    ["whose browser says so alone", { "sec-fetch-site": "cross-site" }],
    ["of the same site", { "sec-fetch-site": "same-site" }],
    ["that a person opened", { "sec-fetch-site": "none" }],
    ["with two origins", { origin: ["http://127.0.0.1", "https://attacker.example"] }],
  ])("%s is refused, even with the token", async (_, headers) => {
    await expectRefused(() => local.ask("GetDeployment", { input: { deploymentId }, headers }), 403);
  });

  test("gets no consent by a preflight", async () => {
    const headers = {
      origin: "https://attacker.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "x-deploywatch-token,x-amz-target",
      "access-control-request-private-network": "true",
    };
    for (const path of ["/", "/config.json", "/aws/codedeploy/us-east-1/", "/aws/session"]) {
      await expectRefused(() => local.send({ method: "OPTIONS", path, headers }), 405);
    }
  });

  test("reads no file of the page: none is shared with other origins", async () => {
    for (const path of ["/", "/config.json", "/first-paint.js"]) {
      const { status, headers } = await local.send({ path, headers: { origin: "https://attacker.example" } });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
        "x-frame-options": "DENY",
        "content-security-policy": expect.stringContaining("connect-src 'self'; "),
      });
      expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  test("sends no form: its types are none of AWS’s JSON protocol, and it has no token", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const headers = { "content-type": type, "x-deploywatch-token": undefined, "x-amz-target": undefined };
      await expectRefused(() => local.ask("GetDeployment", { input: { deploymentId }, headers }), 401);
    }
  });
});

describe("a program of this machine without the link", () => {
  test.each([
    ["no token", undefined],
    ["an empty one", ""],
    ["one that is a letter short", "f00d".repeat(16).slice(1)],
    ["one that is longer", `${"f00d".repeat(16)}0`],
    ["another", "0".repeat(64)],
    ["in other letters", "F00D".repeat(16)],
    ["the token twice", ["f00d".repeat(16), "f00d".repeat(16)]],
  ])("with %s learns neither account nor deployments", async (_, token) => {
    const headers = { "x-deploywatch-token": token };
    await expectRefused(() => local.ask("GetDeployment", { input: { deploymentId }, headers }), 401);
    const { status, body } = await local.ask("", { path: "/aws/session", headers });
    expect(status).toBe(401);
    expect(body).not.toContain("123456789012");
  });

  test("does not get in by the token in the address", async () => {
    const path = `/aws/codedeploy/us-east-1/?token=${local.token}`;
    const headers = { "x-deploywatch-token": undefined };
    await expectRefused(() => local.ask("GetDeployment", { path, input: { deploymentId }, headers }), 401);
  });

  test("learns neither account nor token from config.json", async () => {
    const { body } = await local.send({ path: "/config.json" });
    expect(JSON.parse(body)).toEqual({ regions: ["us-east-1", "eu-west-1"], local: true, actions: false });
  });
});

test("no other machine reaches it: it listens on 127.0.0.1 alone", async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address, scopeid }) => (scopeid ? undefined : address))
    .filter((address) => address !== undefined && address !== "127.0.0.1");
  for (const host of [...others, "::1", "127.0.0.2"]) {
    const outcome = await new Promise((resolve) => {
      const socket = connect({ host: String(host), port: local.port });
      socket.once("connect", () => resolve("connected")).once("error", () => resolve("refused"));
      socket.once("connect", () => socket.destroy());
    });
    expect({ host, outcome }).toEqual({ host, outcome: "refused" });
  }
});
