import { describe, expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import type { ActionOutcome } from "./action-outcome.ts";
import type { ActionKind } from "./action.ts";
import { ACTION_KINDS, LIVE_ACTION_KINDS, startsDeployment } from "./action.ts";
import { actionProgress, heldBackBecause, unknownWords } from "./action-progress.ts";

const AT = 1_000_000;
const ENDED = AT + 1_000;
const accepted: ActionOutcome = { state: "accepted", status: "Pending" };
const unknown: ActionOutcome = { state: "unknown", failure: undefined };
const refused: ActionOutcome = {
  state: "refused",
  failure: {
    kind: "unknown",
    awsCode: "X",
    detail: undefined,
    action: undefined,
    requestId: undefined,
    wasSent: true,
  },
};

const progress = (
  kind: ActionKind,
  outcome: ActionOutcome,
  deployment: Deployment,
  readAtMs: number | undefined = ENDED + 1,
) => actionProgress({ id: "1", kind, atMs: AT, endedAtMs: ENDED, outcome }, deployment, readAtMs);

describe("what has followed from an action", () => {
  test.each(LIVE_ACTION_KINDS)("is not told by what was read before it was answered: %s", (kind) => {
    for (const readAtMs of [undefined, AT - 1, ENDED - 1]) {
      const found = actionProgress(
        { id: "1", kind, atMs: AT, endedAtMs: ENDED, outcome: accepted },
        { status: "Stopped" },
        readAtMs,
      );
      expect(found.isPending).toBe(true);
      expect(found.words.join(" ")).not.toContain("Stopped");
    }
  });

  test("a stop is followed until the deployment has ended", () => {
    expect(progress("stop", accepted, { status: "InProgress" })).toMatchObject({ isPending: true });
    expect(progress("stop", accepted, { status: "Stopped" })).toMatchObject({ isPending: false });
    // It may have been too late.
    expect(progress("stop", accepted, { status: "Succeeded" }).words).toContain(
      "The deployment is Succeeded.",
    );
  });

  test("a stop with a rollback is followed until AWS names the rollback, which comes after the status", () => {
    expect(progress("stop-and-roll-back", accepted, { status: "Stopped", rollbackInfo: {} })).toMatchObject({
      isPending: true,
      isSlow: true,
      rollbackId: undefined,
    });
    const named = { status: "Stopped", rollbackInfo: { rollbackDeploymentId: "d-ROLLBACK1" } } as const;
    expect(progress("stop-and-roll-back", accepted, named)).toMatchObject({
      isPending: false,
      rollbackId: "d-ROLLBACK1",
    });
  });

  test("rerouted traffic is followed until the deployment is not Ready any more", () => {
    expect(progress("reroute", accepted, { status: "Ready" })).toMatchObject({
      isPending: true,
      isSlow: true,
    });
    expect(progress("reroute", accepted, { status: "InProgress" })).toMatchObject({ isPending: false });
  });

  test.each(LIVE_ACTION_KINDS)("nothing is claimed where the outcome is not known: %s", (kind) => {
    const { words } = progress(kind, unknown, { status: "Stopped" });
    expect(words.join(" ")).toBe(
      "It is not known whether AWS received this. The deployment is Stopped. It is not sent a second time.",
    );
  });
});

test("an answer that leaves the outcome open is not called none, and a new deployment is looked for in the list", () => {
  const failure = {
    kind: "server" as const,
    awsCode: "InternalServerError",
    detail: undefined,
    action: undefined,
    requestId: undefined,
    wasSent: true,
  };
  for (const kind of ACTION_KINDS) {
    const answered = unknownWords(kind, failure);
    expect(answered.title).toBe("It is not known whether AWS has done this.");
    expect(answered.because).toBe("What came back does not say whether AWS has done it.");
    for (const lost of [undefined, { ...failure, kind: "network" as const }]) {
      expect(unknownWords(kind, lost).because).toBe("No answer came.");
    }
    expect(answered.next.includes("in the list of the group")).toBe(startsDeployment(kind));
    const { words } = progress(kind, { state: "unknown", failure }, { status: "InProgress" });
    expect(words.join(" ")).not.toMatch(/No answer|received/);
  }
});

const done = (kind: ActionKind, outcome?: ActionOutcome) => [
  { id: "1", kind, atMs: AT, ...(outcome && { outcome, endedAtMs: ENDED }) },
];

describe("an action is held back", () => {
  test("while any other is under way", () => {
    expect(heldBackBecause("stop", done("reroute"), AT + 10)).toBe("Another action is under way.");
  });

  test("for a minute after one of its kind, unless that was refused", () => {
    expect(heldBackBecause("stop", done("stop-and-roll-back", accepted), AT + 59_000)).toContain(
      "accepted another stop",
    );
    expect(heldBackBecause("stop", done("stop", accepted), AT + 59_000)).toContain("accepted this");
    expect(heldBackBecause("restart", done("redeploy", accepted), AT + 59_000)).toContain(
      "accepted another new deployment",
    );
    expect(heldBackBecause("redeploy", done("redeploy", unknown), AT + 59_000)).toContain(
      "This was sent a moment ago, and what became of it is not known. Wait until the page has looked for it in the list",
    );
    expect(heldBackBecause("stop", done("stop", unknown), AT + 59_000)).toContain("not known");
    expect(heldBackBecause("stop", done("stop", refused), AT + 1)).toBeUndefined();
    expect(heldBackBecause("stop", done("stop", accepted), AT + 60_000)).toBeUndefined();
    expect(heldBackBecause("stop", done("reroute", accepted), AT + 1)).toBeUndefined();
  });
});
