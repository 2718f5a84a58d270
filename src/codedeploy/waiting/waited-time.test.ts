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
    expect(waitedMs(waits, atMinute(60))).toBe((4 + 5) * MINUTE_MS);
  });

  test("to be rerouted lasted until the end where it was stopped before anybody did it", () => {
    const skipped = makeEvent("AllowTraffic", { status: "Skipped" });
    const gaveUp = deployment({
      status: "Stopped",
      completeTime: atMinute(62),
      blueGreenDeploymentConfiguration: STOPS,
    });
    const waits = [{ kind: "reroute", sinceMs: atMinute(2), untilMs: atMinute(62) }];
    expect(waitedTimes(gaveUp, [ecs(done("Install", 0, 2), skipped)])).toEqual(waits);
    const failed = makeEvent("AfterInstall", { status: "Failed", startMs: atMinute(2), endMs: atMinute(3) });
    expect(waitedTimes(gaveUp, [ecs(done("Install", 0, 2), failed, skipped)])).toEqual([]);
    // What comes after the installation was left out, not waited for.
    const left = makeEvent("AfterInstall", { status: "Skipped" });
    expect(waitedTimes(gaveUp, [ecs(done("Install", 0, 2), left, skipped)])).toEqual([]);
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

  test("between planned shifts of the traffic counts until the last of them, however long AllowTraffic runs", () => {
    const plan = [
      { percent: 10, afterMs: 0 },
      { percent: 100, afterMs: 5 * MINUTE_MS },
    ];
    const lambda = deployment({ computePlatform: "Lambda" });
    const running = makeTarget({
      facts: { kind: "ecs", taskSets: [] },
      status: "InProgress",
      events: [makeEvent("AllowTraffic", { status: "InProgress", startMs: atMinute(1) })],
    });
    const waits = waitedTimes(lambda, [running], plan);
    expect(waits).toEqual([{ kind: "shifts", sinceMs: atMinute(1), untilMs: atMinute(6) }]);
    expect(waitedMs(waits, atMinute(3))).toBe(2 * MINUTE_MS);
    expect(waitedMs(waits, atMinute(60))).toBe(5 * MINUTE_MS);
    // An alarm ended it before the second shift.
    expect(waitedTimes(lambda, [ecs(done("AllowTraffic", 1, 3))], plan)).toEqual([
      { kind: "shifts", sinceMs: atMinute(1), untilMs: atMinute(3) },
    ]);
    // Two targets: the time in which both wait.
    expect(waitedTimes(lambda, [running, ecs(done("AllowTraffic", 2, 7))], plan)).toEqual([
      { kind: "shifts", sinceMs: atMinute(2), untilMs: atMinute(6) },
    ]);
    expect(waitedTimes(lambda, [running, ecs(done("Install", 0, 1))], plan)).toEqual([]);
    expect(waitedTimes(lambda, [running], [{ percent: 100, afterMs: 0 }])).toEqual([]);
    expect(waitedTimes(lambda, [running])).toEqual([]);
  });

  test("is none in place, nor where an alias moves, whatever settings for blue/green the group has", () => {
    const settings = {
      status: "Succeeded",
      completeTime: atMinute(20),
      blueGreenDeploymentConfiguration: { ...STOPS, ...TERMINATES },
    } as const;
    const slow = ecs(done("BeforeBlockTraffic", 0, 1), done("BlockTraffic", 6, 8));
    expect(
      waitedTimes(
        deployment({
          ...settings,
          computePlatform: "Server",
          deploymentStyle: { deploymentType: "IN_PLACE" },
        }),
        [slow],
      ),
    ).toEqual([]);
    expect(waitedTimes(deployment({ ...settings, computePlatform: "Lambda" }), [slow])).toEqual([]);
  });

  test("is not known without the end of an event", () => {
    expect(waitedTimes(deployment({ status: "Ready" }), [makeTarget()])).toEqual([]);
  });
});
