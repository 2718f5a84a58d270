import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AwsCredentialIdentity } from "@smithy/types";
import { expect, test } from "vitest";
import { listen } from "../emulator/http/listen.ts";
import { emulatorForTests } from "../testing/test-emulator.ts";
import { machineSource } from "./source.ts";

const emulator = emulatorForTests();

const source = (sts: string) =>
  machineSource({
    profile: "nobody-has-this",
    region: "us-east-1",
    endpointOf: () => sts,
    askForCode: () => Promise.reject(new Error("Nobody is there.")),
  });

const issued = (): AwsCredentialIdentity => {
  const session = { roleName: "LocalReader", sessionName: "ada" };
  const { accessKeyId, secretAccessKey, sessionToken } = emulator.state.credentials.issue(
    session,
    Date.now() + 3_600_000,
  );
  return { accessKeyId, secretAccessKey, sessionToken };
};

/** What a person reads where STS, at this address, does not say whose credentials these are. */
async function told(sts: string, credentials = issued()): Promise<string> {
  const machine = source(sts);
  const error: unknown = await machine.identify(credentials).then(
    () => "It was identified.",
    (reason: unknown) => reason,
  );
  return (await machine.refusal(error)).message;
}

/** A host that answers so, whatever it is asked. */
async function host(status: number, body: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { port, close } = await listen(
    createServer((_, response) => void response.writeHead(status, { "content-type": "text/html" }).end(body)),
  );
  return { url: `http://127.0.0.1:${port}`, close };
}

test("credentials are called bad only where AWS says so", async () => {
  const credentials = issued();
  expect(await told(emulator.url, { ...credentials, accessKeyId: "ASIANOBODYHASIT00000" })).toContain(
    "There is no profile",
  );
  expect(await told(emulator.url, { ...credentials, secretAccessKey: "wrong" })).toBe(
    "AWS does not say whose credentials these are: SignatureDoesNotMatch. The secret key is wrong, or this machine’s clock is.",
  );
  const busy = await host(503, "Busy");
  expect(await told(busy.url)).toBe("AWS does not say whose credentials these are: HTTP 503.");
  await busy.close();
  const cut = await listen(createServer().on("connection", (socket) => void socket.destroy()));
  expect(await told(cut.url)).toMatch(
    /^No answer of AWS came to this machine when it asked for credentials: (?:ECONNRESET|UND_ERR_SOCKET)\.$/,
  );
  await cut.close();
  // A port that `fetch` asks nothing of has no code.
  expect(await told("http://127.0.0.1:9")).toContain("the connection failed.");
  const portal = await host(200, "<html>Sign in to the network</html>");
  expect(await told(portal.url)).toContain("its answer cannot be read.");
  await portal.close();
});

test("a file that is missing is no silence of AWS's", async () => {
  const missing: unknown = await readFile("/nowhere/token").catch((error: unknown) => error);
  expect((await source(emulator.url).refusal(missing)).message).toContain("There is no profile");
});
