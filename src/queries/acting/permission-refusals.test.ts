import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryStorage } from "../../../testing/memory-storage.ts";
import type { ActionOutcome } from "../../codedeploy/actions/action-outcome.ts";
import type { DoneAction } from "../../codedeploy/actions/action-progress.ts";
import type { ActionKind } from "../../codedeploy/actions/action.ts";
import { storedRecords } from "./action-records.ts";
import { rememberedRefusal } from "./permission-refusals.ts";

const HERE = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };
const THERE = { region: "eu-west-1", deploymentId: "d-OTHER0001" };
const DAY_MS = 24 * 3_600_000;

beforeEach(() => vi.stubGlobal("localStorage", memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

const failure = (kind: "access-denied" | "throttled") => ({
  kind,
  awsCode: undefined,
  detail: undefined,
  action: undefined,
  requestId: undefined,
  wasSent: true,
});
const DENIED: ActionOutcome = { state: "refused", failure: failure("access-denied") };

/** Writes down what became of an action. */
function heard(kind: ActionKind, outcome: ActionOutcome | undefined, agoMs = 1_000, ref = HERE) {
  const records = storedRecords("ada", ref);
  const done: DoneAction = { id: kind, kind, atMs: Date.now() - agoMs, ...(outcome && { outcome }) };
  records.write([...records.read(), done]);
}

const refused = (kind: ActionKind, ref = HERE, account = "ada") =>
  rememberedRefusal(account, ref, kind) !== undefined;

test("a refusal is remembered for every action that needs the same permission, and for no other one", () => {
  heard("stop", DENIED);
  expect(refused("stop")).toBe(true);
  expect(refused("stop-and-roll-back")).toBe(true);
  expect(refused("reroute")).toBe(false);
  expect(refused("stop", HERE, "bo")).toBe(false);
});

test("what no policy can narrow to groups is refused in the whole Region; what one can, here alone", () => {
  heard("stop", DENIED);
  heard("redeploy", DENIED);
  expect(refused("stop", THERE)).toBe(true);
  expect(refused("stop", { ...THERE, region: "us-east-1" })).toBe(false);
  expect(refused("restart", HERE)).toBe(true);
  expect(refused("restart", THERE)).toBe(false);
});

test("the last word counts, wherever it was heard, for a day", () => {
  heard("stop", DENIED, DAY_MS + 1_000);
  expect(refused("stop")).toBe(false);
  heard("stop", DENIED, 3_000, THERE);
  expect(refused("stop")).toBe(true);
  heard("stop", { state: "accepted" }, 2_000);
  expect(refused("stop")).toBe(false);
  heard("stop", DENIED, 1_000, THERE);
  expect(refused("stop")).toBe(true);
  // A request under way says nothing yet, and another failure nothing about permissions.
  heard("stop", undefined, 500);
  expect(refused("stop")).toBe(true);
  heard("stop", { state: "refused", failure: failure("throttled") }, 100);
  expect(refused("stop")).toBe(false);
});
