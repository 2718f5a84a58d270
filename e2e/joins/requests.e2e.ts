import { JOINS } from "../../src/aws-names/services.ts";
import { expect } from "../fixtures.ts";
import { test } from "../own-emulator.ts";
import type { StoppedClock } from "../stopped-clock.ts";
import { COARSE_MS } from "../stopped-clock.ts";

// What the joins cost: with all of them, the requests of a viewer are at most one and a half times as many as without.

const MOST = 1.5;
const MINUTES = 15;
/** What a viewer asks without any join. */
const OWN = new Set([
  "GetDeployment",
  "ListDeploymentTargets",
  "BatchGetDeploymentTargets",
  "GetDeploymentConfig",
  "ListDeployments",
  "BatchGetDeployments",
]);
const CREDENTIALS = /^(GetId|GetOpenIdToken|GetCredentialsForIdentity|AssumeRoleWithWebIdentity)$/;

/** The dearest of each pace: tasks that stop, a wait for somebody, alarms, a fleet that does not come up. */
const DEPLOYMENTS = [
  ["ecs-image-missing", "stopping"],
  ["ecs-ready", "ready"],
  ["ecs-stopped-by-alarm", "firing"],
  ["ec2-no-capacity", "provisioning"],
] as const;

test.describe("with all joins", () => {
  test.use({ joins: JOINS });

  for (const [scenario, moment] of DEPLOYMENTS) {
    test(`${scenario}: what is asked in ${MINUTES} minutes`, async ({ own, time, follow }) => {
      await follow(await own.control.start(scenario, { moment }));
      await time.run(MINUTES * 60, COARSE_MS);
      const asked = askedFor(time);
      const others = asked.filter((operation) => !OWN.has(operation));
      expect(others.length, "the joins are on").toBeGreaterThan(0);
      const share = asked.length / (asked.length - others.length);
      expect(share, `of ${asked.length} requests, ${others.join(" ")}`).toBeLessThanOrEqual(MOST);
    });
  }
});

test("without joins nothing of them is asked", async ({ own, time, follow }) => {
  await follow(await own.control.start("ecs-image-missing", { moment: "stopping" }));
  // With the joins, each of them is asked for within seconds.
  await time.run(3 * 60, COARSE_MS);
  expect(askedFor(time).filter((operation) => !OWN.has(operation))).toEqual([]);
});

/** What the page has asked AWS for, credentials left out. */
function askedFor(time: StoppedClock): string[] {
  return time.asked(-1).flatMap(({ operation }) => (CREDENTIALS.test(operation) ? [] : [operation]));
}
