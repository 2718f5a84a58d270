import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeTarget } from "../../../testing/arbitrary/decode.ts";
import { deploymentTarget } from "../../../testing/arbitrary/arbitrary-target.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import type { TargetEntry } from "../../codedeploy/targets/target-list.ts";
import type { Target } from "../../codedeploy/targets/target.ts";
import { heardTargets } from "./heard-targets.ts";

const NOW_MS = 1_000_000;

/** What comes over the line when a tab tells this of one target. */
function told(entry: unknown, id = "i-1"): unknown {
  return structuredClone({ entries: new Map([[id, entry]]), readAtMs: new Map([[id, NOW_MS - 1]]) });
}

function read(target: Partial<Record<keyof Target, unknown>>): unknown {
  return { kind: "read", target: { ...makeTarget({ id: "i-1" }), ...target } };
}

test("every target that this app makes of AWS's answers is heard as it is", () => {
  fc.assert(
    fc.property(deploymentTarget, (wire) => {
      const target = decodeTarget(wire, "i-1");
      const entry: TargetEntry = { kind: "read", target };
      expect(heardTargets(told(entry), NOW_MS)).toEqual([["i-1", entry, NOW_MS - 1]]);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["a list for the entries", { entries: [], readAtMs: new Map() }],
  ["no times", { entries: new Map(), readAtMs: [] }],
  ["an id that is no text", { entries: new Map([[7, { kind: "unread" }]]), readAtMs: new Map() }],
  ["no entry", told(null)],
  ["an entry of a kind that nobody knows", told({ kind: "constructor" })],
  ["a target that is a text", told({ kind: "read", target: "Succeeded" })],
  ["another target's details", told(read({ id: "i-2" }))],
  ["a status that is a number", told(read({ status: 7 }))],
  ["a time in words", told(read({ lastUpdatedMs: "now" }))],
  ["events that are a text", told(read({ events: "Install" }))],
  ["events with a hole", told(read({ events: Array.from({ length: 2 }) }))],
  ["events that are really holes", told(read({ events: Object.assign([], { length: 2 }) }))],
  ["an event without a name", told(read({ events: [{}] }))],
  ["an event with a start in words", told(read({ events: [{ ...makeEvent("Install"), startMs: "1" }] }))],
  [
    "a log that is a list",
    told(read({ events: [{ ...makeEvent("Install"), diagnostics: { logTail: ["x"] } }] })),
  ],
  ["no facts", told(read({ facts: undefined }))],
  ["facts of a kind that nobody knows", told(read({ facts: { kind: "toString" } }))],
  ["task sets that are none", told(read({ facts: { kind: "ecs", taskSets: [null] } }))],
  ["a weight in words", told(read({ facts: { kind: "ecs", taskSets: [{ trafficWeight: "all" }] } }))],
  ["a function that is none", told(read({ facts: { kind: "lambda", lambdaFunction: [] } }))],
])("%s is refused", (_, body) => {
  expect(heardTargets(body, NOW_MS)).toBeUndefined();
});

test("nothing was asked for later than now", () => {
  const body = { entries: new Map([["i-1", { kind: "unread" }]]), readAtMs: new Map([["i-1", 9e15]]) };
  expect(heardTargets(body, NOW_MS)).toEqual([["i-1", { kind: "unread" }, NOW_MS]]);
});

test("anything else is refused without a throw", () => {
  fc.assert(
    fc.property(fc.anything({ withMap: true, withSet: true, withSparseArray: true }), (value) => {
      expect(heardTargets(value, NOW_MS)).toBeUndefined();
      expect(heardTargets(told(value), NOW_MS)).toBeUndefined();
    }),
  );
});
