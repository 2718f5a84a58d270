import { createServer } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoConfig } from "../../emulator/demo/demo-config.ts";
import { listen } from "../../emulator/http/listen.ts";
import { contentSecurityPolicy } from "../security-headers.ts";
import { examine } from "./examine.ts";
import { report } from "./finding.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";

const emulator = emulatorForTests();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("a configuration that is well is told to be, with what was not looked at", async () => {
  const text = report(await examine(await configFile(demoConfig(emulator.url, []))));
  expect(text).toContain("✓ config.json is valid: us-east-1");
  expect(text).toContain(`✓ ${emulator.url} answers`);
  expect(text).toContain("– whether the role may read deployments");
  expect(text).toMatch(/^2 work, 0 missing, 1 not looked at$/m);
});

test("mistakes in the configuration are named by their place, and nothing else is tried", async () => {
  const sections = await examine(await configFile({ regions: ["Ireland"], guest: { flow: "enhanced" } }));
  expect(sections).toHaveLength(1);
  const text = report(sections);
  expect(text).toContain('✗ config.json, $.regions[0]: "Ireland"');
  expect(text).toContain("the session policy of the enhanced flow denies CodeDeploy to guests");
});

test.each([
  ["no such file", "nowhere.json", "unreachable"],
  ["no such host", "http://127.0.0.1:9", "unreachable"],
])("%s is said to be unreachable", async (_what, place, word) => {
  expect(report(await examine(place))).toContain(`✗ config.json: ${word}`);
});

test("an endpoint that nobody reaches is named", async () => {
  const config = { ...demoConfig(emulator.url, []), emulator: { endpoint: "http://127.0.0.1:9" } };
  expect(report(await examine(await configFile(config)))).toMatch(/✗ http:\/\/127\.0\.0\.1:9: .+\n +→ /);
});

test("what the issuer says about itself is compared with the configuration", async () => {
  const good = demoConfig(emulator.url, [], emulator.state.userPool);
  const text = report(await examine(await configFile(good)));
  expect(text).toContain("✓ the issuer's token_endpoint is the configured one");
  expect(text).toContain(`✓ ${emulator.signInUrl} answers, and lets pages of other origins ask`);

  const signIn = { authority: emulator.state.userPool.issuer, clientId: "x", domain: emulator.url };
  const wrong = report(await examine(await configFile({ ...good, signIn })));
  expect(wrong).toContain(`✗ the issuer's token_endpoint is ${emulator.signInUrl}/oauth2/token`);
  expect(wrong).toContain("→ Correct signIn.domain");
});

test("a host that answers everything with the page, without headers, is told what to change", async () => {
  const config = JSON.stringify(demoConfig(emulator.url, []));
  const server = await listen(
    createServer((request, response) => {
      response.end(request.url === "/config.json" ? config : '<div id="root"></div>');
    }),
  );
  const text = report(await examine(server.url));
  await server.close();
  expect(text).toContain("✓ links to deployments answer with the app");
  expect(text).toContain("no-such-file.js is no 404");
  expect(text).toContain("✗ index.html may be kept by browsers (Cache-Control: absent)");
  expect(text).toContain("✗ the header Content-Security-Policy is absent");
  expect(text).toContain("✗ browsers connect to AWS only when the page asks it");
  expect(text).toContain(`→ Link: <${emulator.url}>; rel=preconnect; crossorigin`);
  expect(text).toContain(`connect-src 'self' ${emulator.url};`);
  expect(text).not.toContain("Strict-Transport-Security");
});

test.each([
  ["a name of this machine", "127.0.0.1", false],
  // Reaches this machine as well, but no browser takes it for trustworthy.
  ["any other name", "0.0.0.0", true],
])("over http, the doctor warns of a policy that leaves the page blank; at %s", async (_, host, isWarned) => {
  const config = demoConfig(emulator.url, []);
  const server = await listen(
    createServer((request, response) => {
      response.setHeader("Content-Security-Policy", contentSecurityPolicy([emulator.url], "https"));
      response.end(request.url === "/config.json" ? JSON.stringify(config) : '<div id="root"></div>');
    }),
  );
  const text = report(await examine(`http://${host}:${server.port}`));
  await server.close();
  expect(text).toContain(
    "✗ the policy has upgrade-insecure-requests, but the page is served over http: it stays blank",
  );
  expect(text.includes("✗ the page is served over http: nobody can sign in")).toBe(isWarned);
  expect(text).toContain(`  Content-Security-Policy: ${contentSecurityPolicy([emulator.url], "http")}`);
});

test("answers of the network cannot write to the terminal", async () => {
  const server = await listen(
    createServer((request, response) => {
      if (request.url !== "/config.json") return response.writeHead(302, { location: "/\u009b2J" }).end();
      return response.end(
        JSON.stringify({ regions: ["\u001b[2J\u009b31m"], "\u202e": "\u001b]8;;https://evil.example" }),
      );
    }),
  );
  const text = report(await examine(server.url));
  await server.close();
  expect(text).toContain(String.raw`\u001b`);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
});

test("the whole policy is printed for a file, too", async () => {
  const config = demoConfig(emulator.url, []);
  const text = report(await examine(await configFile(config)));
  expect(text).toContain(`  Content-Security-Policy: ${contentSecurityPolicy([emulator.url], "https")}`);
});

async function configFile(config: object): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(path, JSON.stringify(config));
  return path;
}
