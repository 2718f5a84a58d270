import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Diagnostics } from "../targets/lifecycle-event.ts";
import { agentCheck, agentLog, instanceSystem } from "./agent-words.ts";

const ran = (said: Partial<Diagnostics>) => {
  const none = { errorCode: undefined, scriptName: undefined, message: undefined, logTail: undefined };
  return makeTarget({
    events: [makeEvent("Install"), makeEvent("X", { diagnostics: { ...none, ...said } })],
  });
};

describe("the system of an instance", () => {
  test.each<[string, Partial<Diagnostics>]>([
    ["windows", { scriptName: String.raw`hooks\stop.ps1` }],
    ["windows", { scriptName: "stop.bat" }],
    [
      "windows",
      {
        message: String.raw`Script at specified location: stop.cmd run as user SYSTEM failed with exit code 1`,
      },
    ],
    [
      "windows",
      {
        message: String.raw`a specified file already exists at this location: c:\inetpub\wwwroot\index.html`,
      },
    ],
    ["windows", { logTail: "[stderr]At C:\\app\\stop.ps1:3 char:1" }],
    ["linux", { scriptName: "scripts/stop.sh" }],
    ["linux", { scriptName: "/elb-scripts/deregister" }],
    ["linux", { logTail: "[stderr]/bin/bash: line 3: x: command not found" }],
    ["linux", { scriptName: "run.py", logTail: String.raw`[stdout]caf\u00e9` }],
    ["unknown", { scriptName: "stop" }],
    ["unknown", { message: "execution expired" }],
    ["unknown", {}],
  ])("is %s by what its scripts tell: %j", (system, said) => {
    expect(instanceSystem(ran(said))).toBe(system);
  });

  test("decides where the agent's log lies, and both are named where nothing tells", () => {
    expect(agentLog("windows")).not.toContain("/var/log");
    expect(agentLog("linux")).not.toContain("ProgramData");
    expect(agentLog("unknown")).toMatch(/\/var\/log.*ProgramData/);
    expect(agentCheck("windows")).not.toContain("sudo");
    expect(agentCheck("unknown")).toMatch(/sudo.*Windows/);
  });
});
