import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { alarmOverride, autoRollback } from "./safety.ts";

describe("alarms given with the deployment", () => {
  test("are listed by name", () => {
    const overrideAlarmConfiguration = {
      enabled: true,
      ignorePollAlarmFailure: false,
      alarms: [{ name: "5xx" }, {}, { name: "" }, { name: "latency" }],
    };
    expect(alarmOverride({ overrideAlarmConfiguration })).toEqual({
      isEnabled: true,
      alarmNames: ["5xx", "latency"],
      ignoresPollFailure: false,
    });
  });

  test("are reported as switched off, which is not the same as none given", () => {
    expect(alarmOverride({ overrideAlarmConfiguration: { enabled: false } })?.isEnabled).toBe(false);
    expect(alarmOverride({ overrideAlarmConfiguration: {} })).toBeUndefined();
    expect(alarmOverride({})).toBeUndefined();
  });
});

describe("automatic rollback", () => {
  test.each([
    ["DEPLOYMENT_FAILURE", "the deployment fails"],
    ["DEPLOYMENT_STOP_ON_ALARM", "an alarm stops it"],
    ["DEPLOYMENT_STOP_ON_REQUEST", "somebody stops it"],
  ] as const)("says in words when it happens: %s", (event, words) => {
    expect(autoRollback({ autoRollbackConfiguration: { enabled: true, events: [event] } })).toEqual({
      isEnabled: true,
      events: [words],
    });
  });

  test("shows an event that nobody knows yet as AWS wrote it", () => {
    const sent: object = { enabled: true, events: ["DEPLOYMENT_TIMEOUT", null, "constructor"] };
    const deployment: Deployment = { autoRollbackConfiguration: sent };
    expect(autoRollback(deployment)?.events).toEqual(["DEPLOYMENT_TIMEOUT", "constructor"]);
  });

  test("is off, not unknown, when AWS sends it without events", () => {
    expect(autoRollback({ autoRollbackConfiguration: { enabled: false } })).toEqual({
      isEnabled: false,
      events: [],
    });
  });

  test.each<Deployment>([
    {},
    { autoRollbackConfiguration: {} },
    { autoRollbackConfiguration: { events: [] } },
  ])("is not reported when AWS says nothing: %j", (deployment) => {
    expect(autoRollback(deployment)).toBeUndefined();
  });

  test("is neither on nor off when AWS sends events alone", () => {
    const deployment: Deployment = { autoRollbackConfiguration: { events: ["DEPLOYMENT_FAILURE"] } };
    expect(autoRollback(deployment)?.isEnabled).toBeUndefined();
  });
});
