import { describe, expect, test } from "vitest";
import { alarmOverride } from "./alarm-override.ts";

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
