import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { emulatorForTests } from "../testing/test-emulator.ts";
import { localsForTests } from "../testing/test-local.ts";
import { localCredentials } from "../src/access/local/local-credentials.ts";
import type { Aws } from "../src/aws/aws.ts";
import { createAws } from "../src/aws/aws.ts";
import type { Known } from "../src/aws/permission.ts";
import { permissions } from "../src/aws/permissions.ts";
import { AppError } from "../src/errors/app-error.ts";

const emulator = emulatorForTests();
const locals = localsForTests(emulator);
let known: Known;
const { signal } = new AbortController();

beforeAll(async () => {
  const { deploymentId } = await emulator.control.start("ecs-linear", { atMs: 400_000 });
  known = { region: "us-east-1", deploymentId };
  const learning = permissions.filter(({ action }) => /Get|ListDeploymentTargets/.test(action));
  for (const { attempt, isReady } of learning) {
    if (isReady(known))
      known = { ...known, ...(await attempt(pageOf("local"), known, signal).catch(() => ({}))) };
  }
});
afterAll(() => vi.unstubAllGlobals());

/** What the page of one of the servers asks AWS with; a browser adds the origin. */
function pageOf(name: "local" | "operating"): Aws {
  const { port, token } = locals()[name];
  const origin = `http://127.0.0.1:${port}`;
  vi.stubGlobal("location", { origin });
  const credentials = localCredentials(token);
  const { signer } = credentials;
  const withOrigin: typeof signer = {
    sign: async (request) => {
      request.headers["origin"] = origin;
      return signer?.sign(request) ?? request;
    },
  };
  return createAws({ local: true, regions: ["us-east-1"] }, { ...credentials, signer: withOrigin });
}

const operations = permissions.map((permission) => [permission.action, permission] as const);

test.each(operations)(
  "%s gets to AWS through the program, as the page asks it",
  async (action, permission) => {
    expect(permission.isReady(known)).toBe(true);
    const operation = action.slice(action.indexOf(":") + 1);
    const arrived = async () => (await emulator.control.requests({ operation })).length;
    const before = await arrived();
    const outcome = await permission.attempt(pageOf("operating"), known, signal).then(
      () => "answered",
      (error: unknown) => (error instanceof AppError ? error.awsCode : error),
    );
    expect(await arrived()).toBe(before + 1);
    // AWS refuses some trials; the words are AWS's.
    expect(["answered", ...(permission.allowed ?? [])]).toContain(outcome);
  },
);

test.each(operations.filter(([, { role, joins }]) => role !== "reader" && joins.length > 0))(
  "without --operate, %s is forwarded all the same: a join reads with it",
  async (_, permission) => {
    const before = await locals().reached();
    await permission.attempt(pageOf("local"), known, signal).catch(() => {});
    expect(await locals().reached()).toBe(before + 1);
  },
);

test.each(operations.filter(([, { role, joins }]) => role !== "reader" && joins.length === 0))(
  "without --operate, %s does not, and the page says why",
  async (_, permission) => {
    const before = await locals().reached();
    await expect(permission.attempt(pageOf("local"), known, signal)).rejects.toMatchObject({
      kind: "local",
      detail: expect.stringContaining("--operate"),
    });
    expect(await locals().reached()).toBe(before);
  },
);
