import { describe, expect, test } from "vitest";
import type { Deployment } from "./deployment.ts";
import { rollback } from "./rollback.ts";

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
