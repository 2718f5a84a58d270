import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deployment } from "./deployment.ts";
import type { RollbackOutlook } from "./rollback-outlook.ts";
import { outlookWords, rollbackOutlook } from "./rollback-outlook.ts";

describe("the automatic rollback to come", () => {
  const everyEvent: Deployment["autoRollbackConfiguration"] = {
    enabled: true,
    events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
  };
  const ends: [string, Deployment][] = [
    ["failed", { status: "Failed" }],
    ["stopped by alarm", { status: "Stopped", errorInformation: { code: "ALARM_ACTIVE" } }],
    ["stopped by hand", { status: "Stopped", errorInformation: { code: "MANUAL_STOP" } }],
  ];

  test.each(ends)("is expected when settings cover how it ended: %s", (_, end) => {
    expect(rollbackOutlook({ ...end, autoRollbackConfiguration: everyEvent })).toBe("expected");
  });

  test.each(ends)("is not for this when settings cover other ends: %s", (_, end) => {
    const other = { enabled: true, events: [] };
    expect(rollbackOutlook({ ...end, autoRollbackConfiguration: other })).toBe("not-for-this");
  });

  test.each(ends)("is not known when AWS does not say what it is on for: %s", (_, end) => {
    expect(rollbackOutlook({ ...end, autoRollbackConfiguration: { enabled: true } })).toBeUndefined();
  });

  test("is off when it is switched off, and not guessed when AWS reports no settings", () => {
    expect(rollbackOutlook({ status: "Failed", autoRollbackConfiguration: { enabled: false } })).toBe("off");
    expect(rollbackOutlook({ status: "Failed" })).toBeUndefined();
  });

  test.each<[string, Deployment]>([
    ["it runs", { status: "InProgress" }],
    ["it succeeded", { status: "Succeeded" }],
    ["nobody knows why it stopped", { status: "Stopped" }],
    ["the rollback is there", { status: "Failed", rollbackInfo: { rollbackDeploymentId: "d-1" } }],
  ])("is no question when %s", (_, deployment) => {
    expect(rollbackOutlook({ ...deployment, autoRollbackConfiguration: everyEvent })).toBeUndefined();
  });
});

describe("an automatic rollback that AWS does not name", () => {
  const MINUTE_MS = 60_000;

  test("is not there yet for some minutes only", () => {
    expect(outlookWords("expected", 0, MINUTE_MS)).toContain("yet");
    expect(outlookWords("expected", 0, 60 * MINUTE_MS)).toContain("probably none was started");
    expect(outlookWords("expected", undefined, 0)).not.toMatch(/yet|probably/);
  });

  test('never says "yet" an hour after the end, whatever the settings', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<RollbackOutlook>("expected", "not-for-this", "off"),
        fc.integer({ min: 60 * MINUTE_MS }),
        (outlook, nowMs) => {
          expect(outlookWords(outlook, 0, nowMs)).not.toMatch(/\byet\b/);
        },
      ),
    );
  });
});
