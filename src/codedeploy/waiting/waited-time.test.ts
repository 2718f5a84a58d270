import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { waitedForWords, waitedMs, waitedTimes } from "./waited-time.ts";

const MINUTE_MS = 60_000;
/** Times are real moments: what no deployment can have is taken for none. */
const atMinute = (minute: number) => Date.UTC(2026, 0, 1) + minute * MINUTE_MS;
const done = (name: string, startMinute: number, endMinute: number) =>
  makeEvent(name, { status: "Succeeded", startMs: atMinute(startMinute), endMs: atMinute(endMinute) });
const ecs = (...events: ReturnType<typeof done>[]) =>
  makeTarget({ status: "Succeeded", events, facts: { kind: "ecs", taskSets: [] } });
const deployment = (members: Deployment): Deployment => ({
  computePlatform: "ECS",
  status: "InProgress",
  ...members,
});
const STOPS = { deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT" } } as const;
const TERMINATES = {
  terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
} as const;

describe("time that a deployment waits", () => {
  test("to be rerouted lasts from the last event on while it is Ready", () => {
    const waits = waitedTimes(deployment({ status: "Ready", blueGreenDeploymentConfiguration: STOPS }), [
      ecs(done("Install", 0, 2)),
    ]);
    expect(waits).toEqual([{ kind: "reroute", sinceMs: atMinute(2), untilMs: undefined }]);
    expect(waitedMs(waits, atMinute(10))).toBe(8 * MINUTE_MS);
    expect(waitedForWords(waits)).toBe("waiting to be rerouted");
  });

  test("is over once the traffic is rerouted, and still told from the work", () => {
    const waits = waitedTimes(
      deployment({
        status: "Succeeded",
        completeTime: atMinute(13),
        blueGreenDeploymentConfiguration: { ...STOPS, ...TERMINATES },
      }),
      [ecs(done("Install", 0, 2), done("BeforeAllowTraffic", 6, 7), done("AllowTraffic", 7, 8))],
    );
    expect(waits.map(({ kind }) => kind)).toEqual(["reroute", "termination"]);
    expect(waitedMs(waits, Infinity)).toBe((4 + 5) * MINUTE_MS);
  });

  test("is none where the settings let nobody wait, and none between events that follow each other", () => {
    const events = ecs(done("Install", 0, 2), done("AllowTraffic", 6, 8));
    expect(waitedTimes(deployment({ status: "Succeeded", completeTime: atMinute(20) }), [events])).toEqual(
      [],
    );
    const quick = ecs(done("Install", 0, 2), done("AllowTraffic", 2.1, 8));
    expect(
      waitedTimes(
        deployment({
          status: "Succeeded",
          completeTime: atMinute(8),
          blueGreenDeploymentConfiguration: STOPS,
        }),
        [quick],
      ),
    ).toEqual([]);
  });

  test("is not known without the end of an event", () => {
    expect(waitedTimes(deployment({ status: "Ready" }), [makeTarget()])).toEqual([]);
  });
});
