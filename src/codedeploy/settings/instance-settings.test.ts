import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { fileExistsBehavior, instanceSettings } from "./instance-settings.ts";

const DEFAULTS: Deployment = {
  fileExistsBehavior: "DISALLOW",
  ignoreApplicationStopFailures: false,
  updateOutdatedInstancesOnly: false,
};

describe("settings for instances", () => {
  test.each([
    ["DISALLOW", "Fail"],
    ["OVERWRITE", "Overwrite"],
    ["RETAIN", "Keep"],
  ])("say what happens to a file that exists for %s", (behavior, word) => {
    expect(fileExistsBehavior(behavior)?.word).toBe(word);
    expect(fileExistsBehavior(behavior)?.meaning).toMatch(/^[A-Z].+/);
  });

  test("tell a switch that is off from one that AWS did not send", () => {
    expect(instanceSettings({ computePlatform: "Server", ...DEFAULTS }).switches).toMatchObject([
      { name: "Ignore stop failures", isOn: false },
      { name: "Outdated instances only", isOn: false },
    ]);
    expect(instanceSettings({ computePlatform: "Server" })).toEqual({ fileExists: undefined, switches: [] });
  });

  test("say what ignoring stop failures covers", () => {
    const [ignore] = instanceSettings({ ignoreApplicationStopFailures: true }).switches;
    expect(ignore).toMatchObject({ isOn: true, meaning: expect.stringContaining("AfterBlockTraffic") });
  });

  test.each(["ECS", "Lambda"] as const)(
    "are left out for %s while they are the defaults",
    (computePlatform) => {
      expect(instanceSettings({ ...DEFAULTS, computePlatform })).toEqual({
        fileExists: undefined,
        switches: [],
      });
    },
  );

  test("are shown for ECS when AWS sends something else than the defaults", () => {
    const settings = instanceSettings({
      computePlatform: "ECS",
      fileExistsBehavior: "OVERWRITE",
      updateOutdatedInstancesOnly: true,
    });
    expect(settings.fileExists?.word).toBe("Overwrite");
    expect(settings.switches).toMatchObject([{ name: "Outdated instances only", isOn: true }]);
  });
});
