import { hours, minutes } from "../timeline/duration.ts";
import { demoClientId, type UserPool } from "../sign-in/user-pool.ts";

/** Registers the demo's app client for the addresses under which people open the demo on their machine. */
export function admitDemoClient(pool: UserPool, sitePort: number): void {
  const origins = ["localhost", "127.0.0.1"].map((host) => `http://${host}:${sitePort}`);
  pool.setClient({
    id: demoClientId,
    callbackUrls: origins.map((origin) => `${origin}/signed-in`),
    logoutUrls: origins.map((origin) => `${origin}/`),
    idTokenLastsMs: hours(1),
    refreshTokenLastsMs: hours(12),
    rotationGraceMs: minutes(1),
  });
}
