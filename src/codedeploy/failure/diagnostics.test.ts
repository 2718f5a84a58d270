import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { diagnosticsFacts } from "./diagnostics.ts";
import type { Diagnostics } from "../targets/lifecycle-event.ts";
import { scriptOutcome } from "./script-outcome.ts";

const says = (message: string, scriptName?: string): Diagnostics => ({
  errorCode: "ScriptFailed",
  scriptName,
  message,
  logTail: undefined,
});

const withCode = (errorCode: string): Diagnostics => ({
  errorCode,
  scriptName: undefined,
  message: undefined,
  logTail: undefined,
});

describe("the code of an event's diagnostics", () => {
  test.each([
    "Success",
    "ScriptMissing",
    "ScriptNotExecutable",
    "ScriptTimedOut",
    "ScriptFailed",
    "UnknownError",
  ])("%s has a meaning and a next step of its own", (code) => {
    const facts = diagnosticsFacts(withCode(code), "script", "unknown");
    expect(facts).not.toEqual(diagnosticsFacts(withCode("NeverSeen"), "script", "unknown"));
    expect(facts.meaning).toMatch(/\.$/);
    expect(facts.nextStep).toMatch(/\.$/);
  });

  test.each(["NeverSeen", "toString", ""])("that nobody knows is said to be so: %j", (code) => {
    expect(diagnosticsFacts(withCode(code), "script", "unknown").meaning).toContain("does not know");
  });
});

describe("the agent's message", () => {
  test("gives script, user and exit code", () => {
    expect(
      scriptOutcome(
        says(
          "Script at specified location: appspec.sh run as user root failed with exit code 1",
          "appspec.sh",
        ),
      ),
    ).toEqual({ script: "appspec.sh", user: "root", exitCode: 1, timeoutSeconds: undefined });
  });

  test("gives the time-out, and the script where AWS does not name it apart", () => {
    expect(
      scriptOutcome(
        says("Script at specified location: scripts/start all.sh failed to complete in 300 seconds"),
      ),
    ).toEqual({
      script: "scripts/start all.sh",
      user: undefined,
      exitCode: undefined,
      timeoutSeconds: 300,
    });
  });

  test.each([undefined, says("Succeeded"), says("exit code unknown")])(
    "of other words gives nothing: %j",
    (own) => {
      expect(scriptOutcome(own)).toEqual({
        script: undefined,
        user: undefined,
        exitCode: undefined,
        timeoutSeconds: undefined,
      });
    },
  );

  test("of any length is read in no time", () => {
    const hostile = says(`Script at specified location: ${"run as user ".repeat(10_000)}`);
    expect(leastCpuMs(() => scriptOutcome(hostile), 500)).toBeLessThan(500);
  });
});
