import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { ERROR_FACTS } from "./error-code.ts";
import { causeWords, failureCause } from "./failure-cause.ts";
import { keysOf } from "../../values/look-up.ts";

const ALARM_MESSAGE =
  "One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <checkout-5xx> <p99 latency/eu>";

function stoppedByAlarm(message: string): Deployment {
  return { status: "Stopped", errorInformation: { code: "ALARM_ACTIVE", message } };
}

describe("why a deployment ended as it did", () => {
  test("a stop by alarm names the alarms", () => {
    expect(failureCause(stoppedByAlarm(ALARM_MESSAGE))).toEqual({
      kind: "alarm",
      alarmNames: ["checkout-5xx", "p99 latency/eu"],
    });
  });

  test("a stop by alarm without names in the message is still one by alarm", () => {
    expect(failureCause(stoppedByAlarm("<b>stopped</b>"))).toEqual({ kind: "alarm", alarmNames: [] });
    expect(failureCause({ status: "Stopped", errorInformation: { code: "ALARM_ACTIVE" } })).toEqual({
      kind: "alarm",
      alarmNames: [],
    });
  });

  test("a message that repeats alarms without end names each once, and twenty at most", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `<alarm-${index % 50}>`).join(" ");
    const cause = failureCause(stoppedByAlarm(`Activated alarms: ${many}`));
    expect(cause).toMatchObject({ kind: "alarm" });
    expect(cause?.kind === "alarm" && new Set(cause.alarmNames).size).toBe(20);
  });

  test("a stop by hand is told apart from one by alarm", () => {
    expect(failureCause({ status: "Stopped", errorInformation: { code: "MANUAL_STOP" } })).toEqual({
      kind: "stopped-by-hand",
    });
  });

  test("a stop without a reason is not blamed on anybody", () => {
    expect(failureCause({ status: "Stopped" })).toEqual({
      kind: "stopped-unexplained",
      mayHaveTimedOut: false,
    });
  });

  test("a stop without a reason may be the end of the wait for traffic", () => {
    const deployment: Deployment = {
      status: "Stopped",
      blueGreenDeploymentConfiguration: { deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT" } },
    };
    expect(failureCause(deployment)).toEqual({ kind: "stopped-unexplained", mayHaveTimedOut: true });
  });

  test.each(keysOf(ERROR_FACTS))("%s is a cause, whatever the status", (code) => {
    const deployment: object = { status: "Created", errorInformation: { code } };
    expect(failureCause(deployment)).toBeDefined();
  });

  test("a code that nobody knows is a cause by its name", () => {
    const deployment: object = { status: "Failed", errorInformation: { code: "constructor" } };
    expect(failureCause(deployment)).toEqual({ kind: "error", code: "constructor" });
  });

  test.each([
    [{ Failed: 0, Succeeded: 1 }, "Open the deployment in the AWS console."],
    [{ Failed: 2 }, "Open the deployment in the AWS console and look at the instance that failed first."],
    [undefined, "Open the deployment in the AWS console and look at the instance that failed first."],
  ])(
    "a failure without a code says that AWS gave no reason, and speaks of no failed instance where none failed",
    (counts, step) => {
      const cause = failureCause({
        status: "Failed",
        errorInformation: {},
        ...(counts && { deploymentOverview: counts }),
      });
      expect(cause?.kind).toBe("failed-unexplained");
      expect(cause && causeWords(cause, "instance").nextStep).toBe(step);
    },
  );

  test("a success with failed instances is one by design", () => {
    expect(failureCause({ status: "Succeeded", deploymentOverview: { Succeeded: 9, Failed: 1 } })).toEqual({
      kind: "succeeded-in-part",
      failedCount: 1,
      skippedCount: 0,
      total: 10,
    });
  });

  test("a plain success, and one in progress that counts a failure, have no cause", () => {
    expect(
      failureCause({ status: "Succeeded", deploymentOverview: { Succeeded: 9, Failed: 0 } }),
    ).toBeUndefined();
    expect(failureCause({ status: "InProgress", deploymentOverview: { Failed: 1 } })).toBeUndefined();
    expect(failureCause({})).toBeUndefined();
  });

  test("alarm names are read back from any message that lists them", () => {
    const name = fc.stringMatching(/^[^<>]{1,60}$/).filter((text) => !text.includes("Activated alarms:"));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 10 }), (names) => {
        const message = `Stopped. Activated alarms: ${names.map((each) => `<${each}>`).join(" ")}`;
        expect(failureCause(stoppedByAlarm(message))).toEqual({ kind: "alarm", alarmNames: names });
      }),
    );
  });
});

function inPart(deploymentOverview: Deployment["deploymentOverview"]): string | undefined {
  return wordsOf({ status: "Succeeded", deploymentOverview })?.summary;
}

function wordsOf(deployment: Deployment) {
  const cause = failureCause(deployment);
  return cause && causeWords(cause, "instance");
}

describe("a cause in words", () => {
  test.each(["Failed", "Stopped"] as const)(
    "never says that AWS gives no reason beside AWS's reason: %s",
    (status) => {
      const told = wordsOf({
        status,
        errorInformation: { message: "No instances were found for your group." },
      });
      expect(told?.summary).toBe("No instances were found for your group.");
      expect(wordsOf({ status })?.summary).toMatch(/names no error|does not say why/);
      expect(
        wordsOf({ status, deploymentStatusMessages: ["The group is being scaled in."] }),
      ).toBeUndefined();
    },
  );

  test("counts what was skipped in a success as well as what failed", () => {
    expect(inPart({ Succeeded: 4, Skipped: 6 })).toBe(
      "The deployment counts as successful although 6 instances were skipped: 6 of 10 instances may not run this revision.",
    );
    expect(inPart({ Succeeded: 7, Failed: 1, Skipped: 2 })).toBe(
      "The deployment counts as successful although 1 instance failed and 2 instances were skipped: 3 of 10 instances may not run this revision.",
    );
    expect(inPart({ Succeeded: 10, Failed: 0, Skipped: 0 })).toBeUndefined();
  });

  test("a time-out speaks of scripts on instances, and of tasks where AWS's message does", () => {
    const timeout: Deployment = { status: "Failed", errorInformation: { code: "TIMEOUT" } };
    const message = "The deployment timed out while waiting for the replacement task set to become healthy.";
    expect(wordsOf(timeout)?.nextStep).toContain("script");
    for (const noun of ["target", "instance"]) {
      const cause = failureCause({ ...timeout, errorInformation: { code: "TIMEOUT", message } });
      expect(cause && causeWords(cause, noun).summary).toContain("tasks");
    }
    const cause = failureCause(timeout);
    expect(cause && causeWords(cause, "target").nextStep).not.toMatch(/script|task/);
  });

  test.each(keysOf(ERROR_FACTS))("%s sends nobody to a message that AWS may not have sent", (code) => {
    const failed: object = { status: "Failed", errorInformation: { code } };
    const { summary = "", nextStep = "" } = wordsOf(failed) ?? {};
    expect(`${summary} ${nextStep}`).not.toMatch(/AWS's message|the message|\.log\b/);
  });
});
