import { describe, expect, test } from "vitest";
import type { Deployment } from "./deployment.ts";
import * as fc from "fast-check";
import type { RollbackOutlook } from "./rollback.ts";
import { outlookWords, rollback, rollbackOutlook } from "./rollback.ts";

describe("how a deployment takes part in a rollback", () => {
  test.each<[string, Deployment]>([
    ["absent", {}],
    ["empty, as AWS sends it of a failed deployment", { status: "Failed", rollbackInfo: {} }],
    ["empty text", { rollbackInfo: { rollbackDeploymentId: "", rollbackMessage: "" } }],
  ])("%s means no rollback", (_, deployment) => {
    expect(rollback(deployment)).toBeUndefined();
  });

  test("the one that failed names the one that undoes it", () => {
    expect(rollback({ rollbackInfo: { rollbackDeploymentId: "d-GJKKPRA1L" } })).toEqual({
      isRollback: false,
      undoesId: undefined,
      undoneById: "d-GJKKPRA1L",
      message: undefined,
    });
  });

  test("the rollback names the one that it undoes, with AWS's message", () => {
    expect(
      rollback({
        rollbackInfo: { rollbackTriggeringDeploymentId: "d-BDS7SUA1L", rollbackMessage: "Rolled back." },
      }),
    ).toEqual({ isRollback: true, undoesId: "d-BDS7SUA1L", undoneById: undefined, message: "Rolled back." });
  });

  test("a message alone is kept: a rollback that could not start has nothing else", () => {
    expect(rollback({ rollbackInfo: { rollbackMessage: "No revision to roll back to." } })).toMatchObject({
      isRollback: false,
      message: "No revision to roll back to.",
    });
  });

  test.each(["codeDeployRollback", "CODEDEPLOYROLLBACK", "CloudFormationRollback"])(
    "one created by %s is a rollback even without ids",
    (creator) => {
      const deployment: object = { creator };
      expect(rollback(deployment)).toMatchObject({ isRollback: true, undoesId: undefined });
    },
  );
});

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
    expect(rollbackOutlook({ ...end, autoRollbackConfiguration: { enabled: true } })).toBe("not-for-this");
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
