import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { join } from "node:path";
import { JOINS } from "../src/aws-names/services.ts";
import { endpointFor } from "../src/config/endpoints.ts";
import { allowedOperations } from "./allow-list.ts";
import { readBuild } from "./build-files.ts";
import type { EndpointOf } from "./forward.ts";
import type { LocalOptions } from "./options.ts";
import { readProfile, regionOf } from "./profile.ts";
import { Refusal } from "./refusal.ts";
import { remedyFor } from "./remedy.ts";
import { createLocalServer } from "./server.ts";
import type { Session } from "./session.ts";
import { openSession } from "./session.ts";
import { machineSource } from "./source.ts";

/** The one address that this server listens on: no other machine reaches it. */
const LOOPBACK = "127.0.0.1";

/** What local mode says in the terminal, and what it asks there. */
export interface Terminal {
  readonly log: (line: string) => void;
  readonly askForCode: (device: string) => Promise<string>;
}

/** A running local mode. */
export interface Local {
  /** The link that lets a browser in. */
  readonly link: string;
  readonly regions: readonly string[];
  readonly session: Session;
}

/**
 * Finds this machine's credentials, and serves the page with them.
 *
 * @throws Refusal with a sentence for people
 */
export async function startLocal(
  { profile: name, regions: named, mayOperate, port }: LocalOptions,
  { log, askForCode }: Terminal,
): Promise<Local> {
  const found = await readProfile(name);
  // What is missing first: a Region would not help a profile that there is not.
  if (name !== undefined && !found.settings) throw new Refusal(503, remedyFor(found, true));
  const own = regionOf(found);
  const regions = named.length > 0 || own === undefined ? [...named] : [own];
  const [region] = regions;
  if (region === undefined) {
    throw new Refusal(
      400,
      "Neither the environment nor the profile names a Region. Add: --regions eu-west-1",
    );
  }
  const files = await readBuild(join(import.meta.dirname, "../dist")).catch(() => {
    throw new Refusal(400, "There is no build. Run: npm run build");
  });
  const endpointOf = awsEndpoint(process.env["AWS_ENDPOINT_URL"], regions);
  const session = await openSession(machineSource({ profile: name, region, endpointOf, askForCode }));
  const token = randomBytes(32).toString("hex");
  const config = { regions, local: true, actions: mayOperate, joins: JOINS };
  const allowed = allowedOperations(mayOperate);
  const server = createLocalServer({ token, files, config, regions, allowed, session, endpointOf, log });
  const taken = await listen(server, port);
  return { link: `http://${LOOPBACK}:${taken}/#token=${token}`, regions, session };
}

/** Where AWS's services answer: at `url`, as the AWS CLI takes it from the environment, or where AWS has them. */
function awsEndpoint(url: string | undefined, regions: string[]): EndpointOf {
  if (!url) return (service, region) => endpointFor({ regions }, service, region);
  if (!URL.canParse(url)) throw new Refusal(400, "AWS_ENDPOINT_URL is no address.");
  return () => new URL(url).origin;
}

/** @returns the port: the wanted one, or a free one where that is taken */
async function listen(server: Server, wanted: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, LOOPBACK, () => {
        server.off("error", reject);
        resolve();
      });
    });
  await attempt(wanted).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    return attempt(0);
  });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server does not listen.");
  return address.port;
}
