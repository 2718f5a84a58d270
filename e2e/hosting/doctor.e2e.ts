import { execFile } from "node:child_process";
import { expect, test } from "../fixtures.ts";

// The doctor asks by name, so the site of these tests is the one name that every machine resolves.
const HOST = "localhost";

test.describe.configure({ mode: "serial" });

test.afterEach(({ emulator }) => emulator.removeConfig(HOST));

test("the doctor finds nothing wrong with a site that is served as it should be", async ({ emulator, site }, {
  config,
}) => {
  const url = `http://${HOST}:${config.metadata["port"]}`;
  const clientId = `doctor-${site.host.slice(0, 10)}`;
  const { guest: _guest, ...rest } = site.config;
  await emulator.setAppClient(clientId, { callbackUrls: [`${url}/signed-in`], logoutUrls: [`${url}/`] });
  await emulator.setConfig(HOST, { body: { ...rest, signIn: { ...(await emulator.signIn()), clientId } } });
  const { text, code } = await doctor(url);
  expect(text).toContain("✓ links to deployments answer with the app");
  expect(text).toContain("✓ the security headers are those that the browser tests run under");
  expect(text).toContain("✓ browsers connect to AWS while the page is on its way");
  expect(text).toContain(`✓ a sign-in can begin, and leads back to ${url}/signed-in`);
  expect(text).toContain(`✓ signing out is allowed, and leads back to ${url}/`);
  expect(text).toMatch(/^\d+ work, 0 missing, 1 not looked at$/m);
  expect(code).toBe(0);

  await emulator.setAppClient(clientId, { callbackUrls: ["https://elsewhere.example/signed-in"] });
  const wrong = await doctor(`${url}/`);
  expect(wrong.text).toContain("✗ a sign-in cannot begin");
  expect(wrong.text).toContain(`${url}/signed-in as an allowed callback URL`);
  expect(wrong.text).toContain("✗ signing out fails: HTTP 400");
  expect(wrong.code).toBe(1);
});

test("the doctor names a site without a configuration", async ({ emulator }, { config }) => {
  await emulator.setConfig(HOST, {});
  const { text, code } = await doctor(`http://${HOST}:${config.metadata["port"]}`);
  expect(text).toContain("✗ config.json: missing");
  expect(code).toBe(1);
});

test("the doctor says how it is asked", async () => {
  expect(await doctor()).toMatchObject({ code: 2, text: expect.stringContaining("npm run doctor --") });
});

/** Runs it as `npm run doctor` does, without credentials of the machine. */
function doctor(...args: string[]): Promise<{ text: string; code: number }> {
  const { AWS_ACCESS_KEY_ID: _key, AWS_PROFILE: _profile, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["tools/build/run.js", "hosting/doctor/main.ts", ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ text: stdout + stderr, code: typeof error?.code === "number" ? error.code : 0 });
      },
    );
  });
}
