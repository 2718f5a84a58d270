import { createServer } from "node:http";
import { expect, test } from "vitest";
import { listen } from "../../emulator/http/listen.ts";
import { emulatorForTests } from "../../testing/test-emulator.ts";
import { startTestLocal } from "../../testing/test-local.ts";
import { examine } from "./examine.ts";
import { report } from "./finding.ts";

const emulator = emulatorForTests();

test("the doctor knows local mode, and finds that it keeps others out", async () => {
  const { accessKeyId, secretAccessKey, sessionToken } = await emulator.control.credentials();
  const credentials = async () => ({ accessKeyId, secretAccessKey, sessionToken });
  const local = await startTestLocal({ aws: emulator.url, credentials });
  const text = report(await examine(`http://127.0.0.1:${local.port}`));
  await local.close();
  expect(text).toContain(
    "✓ config.json is valid: us-east-1, eu-west-1; who has the terminal’s link is let in",
  );
  expect(text).toContain("✓ who has not the link that the terminal printed is refused");
  expect(text).toContain("✓ a name that was made to lead here (deploywatch.example) is refused");
  expect(text).toContain("✓ the security headers are those that the browser tests run under");
  expect(text).not.toContain("✗");
  expect(text).not.toContain("Endpoints");
});

test("a program that lets everybody in is told apart", async () => {
  const config = JSON.stringify({ local: true, regions: ["us-east-1"] });
  const server = await listen(
    createServer((request, response) => {
      response.setHeader("access-control-allow-origin", "*");
      response.end(request.url === "/config.json" ? config : '<div id="root"></div>');
    }),
  );
  const text = report(await examine(server.url));
  await server.close();
  expect(text).toContain("✗ not so: who has not the link that the terminal printed is refused");
  expect(text).toContain("✗ not so: pages of other origins are refused");
  expect(text).toContain("✗ not so: pages of other origins are not let in by CORS");
  expect(text).toContain("✗ not so: a name that was made to lead here (deploywatch.example) is refused");
});
