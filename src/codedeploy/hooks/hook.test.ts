import { expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { Hook } from "./hook.ts";
import { hookTrouble, isRefusedByName, troubledHook } from "./hook.ts";

const LAMBDA = { kind: "lambda", lambdaFunction: {} } as const;
const MINUTE_MS = 60_000;

function hook(facts: Partial<Hook> = {}): Hook {
  return {
    event: "BeforeInstall",
    hasFailed: true,
    startMs: 0,
    endMs: 2_000,
    functionName: undefined,
    message: undefined,
    ...facts,
  };
}

test("the hook that failed goes before one that runs; other events are none", () => {
  const target = makeTarget({
    facts: LAMBDA,
    events: [
      makeEvent("BeforeAllowTraffic", { status: "InProgress" }),
      makeEvent("AllowTraffic", { status: "Failed" }),
      makeEvent("AfterAllowTraffic", { status: "Failed", startMs: 1, endMs: 2 }),
    ],
  });
  expect(troubledHook([target])).toMatchObject({
    event: "AfterAllowTraffic",
    hasFailed: true,
    startMs: 1,
    endMs: 2,
  });
  expect(troubledHook([{ ...target, events: target.events.slice(0, 2) }])).toMatchObject({
    event: "BeforeAllowTraffic",
    hasFailed: false,
  });
});

test("a script of an instance is no hook, and neither is one that is over or has not begun", () => {
  const events = [makeEvent("BeforeAllowTraffic", { status: "Failed" })];
  expect(troubledHook([makeTarget({ events })])).toBeUndefined();
  const quiet = ["Succeeded", "Pending", "Skipped"].map((status) =>
    makeEvent("BeforeAllowTraffic", { status }),
  );
  expect(troubledHook([makeTarget({ facts: LAMBDA, events: quiet })])).toBeUndefined();
});

test.each<[boolean, string | undefined, Partial<Hook>]>([
  [true, "migrate", {}],
  [true, "codedeployhook_a", {}],
  [false, "CodeDeployHook_a", {}],
  [false, undefined, {}],
  // Whatever ran for minutes was called.
  [false, "migrate", { endMs: 5 * MINUTE_MS }],
  [false, "migrate", { endMs: undefined }],
  // Whatever reports was called.
  [false, "migrate", { message: "The Lambda function for the BeforeInstall hook reported Failed." }],
  [false, "migrate", { hasFailed: false, endMs: undefined }],
])("%s: the name of %s is the likely cause, with %j", (isCause, name, facts) => {
  expect(isRefusedByName(hook(facts), name)).toBe(isCause);
});

test.each<[string, string | undefined, Partial<Hook>]>([
  ["Likely cause: migrate is not named CodeDeployHook_…", "migrate", {}],
  ["The hook function CodeDeployHook_a never called back.", "CodeDeployHook_a", { endMs: 60 * MINUTE_MS }],
  ["The hook function CodeDeployHook_a failed.", "CodeDeployHook_a", { endMs: 20 * MINUTE_MS }],
  ["The hook function failed.", undefined, {}],
  [
    "The hook function CodeDeployHook_a reported a failure.",
    "CodeDeployHook_a",
    { message: "The Lambda function for the AfterInstall hook reported Failed." },
  ],
  ["The hook function migrate has not called back yet.", "migrate", { hasFailed: false, endMs: undefined }],
])("%s", (title, name, facts) => {
  expect(hookTrouble(hook(facts), name).title).toBe(title);
});
