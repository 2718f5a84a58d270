import { DEMO_IDENTITY_POOL_ID, DEMO_SIGN_IN_POOL_ID, GUEST_ROLE_NAME } from "../access/demo-account.ts";
import { roleArn } from "../access/roles.ts";
import type { UserPool } from "../sign-in/user-pool.ts";
import { DEMO_CLIENT_ID } from "../sign-in/user-pool.ts";
import { hours, minutes } from "../timeline/duration.ts";
import type { Example } from "./seeds.ts";

/**
 * The `/config.json` of the demo.
 * @param pool where people sign in; everybody is a guest without it
 */
export function demoConfig(emulatorUrl: string, examples: readonly Example[], pool?: UserPool): object {
  const guest = { identityPoolId: DEMO_IDENTITY_POOL_ID, guest: { roleArn: roleArn(GUEST_ROLE_NAME) } };
  return {
    name: "Deploywatch demo",
    regions: ["us-east-1", "eu-west-1", "eu-central-1", "us-west-2", "ap-southeast-2"],
    ...(pool
      ? {
          identityPoolId: DEMO_SIGN_IN_POOL_ID,
          signIn: { authority: pool.issuer, clientId: DEMO_CLIENT_ID, domain: pool.domain },
          actions: true,
        }
      : guest),
    joins: ["alarms", "ecs", "targetHealth", "revisions", "logs", "autoScaling"],
    emulator: { endpoint: emulatorUrl },
    examples,
  };
}

/** Registers the demo's app client for the addresses under which people open the demo on their machine. */
export function admitDemoClient(pool: UserPool, sitePort: number): void {
  const origins = ["localhost", "127.0.0.1"].map((host) => `http://${host}:${sitePort}`);
  pool.setClient({
    id: DEMO_CLIENT_ID,
    callbackUrls: origins.map((origin) => `${origin}/signed-in`),
    logoutUrls: origins.map((origin) => `${origin}/`),
    idTokenLastsMs: hours(1),
    refreshTokenLastsMs: hours(12),
    rotationGraceMs: minutes(1),
  });
}
