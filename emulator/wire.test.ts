import type { DeploymentInfo, LifecycleEvent } from "@aws-sdk/client-codedeploy";
import { expect, expectTypeOf, test } from "vitest";
import type { Wire } from "./wire.ts";
import { outsideTheModel, wireTime } from "./wire.ts";

test("a wrong member or enum value in a scenario does not compile", () => {
  // @ts-expect-error a member that the API does not have
  const withMember: Wire<DeploymentInfo> = { deploymentID: "d-TEST00001" };
  // @ts-expect-error a status that the API does not have
  const withStatus: Wire<DeploymentInfo> = { status: "Paused" };
  // @ts-expect-error an absent member is absent, not undefined
  const withUndefined: Wire<DeploymentInfo> = { description: undefined };
  expect([withMember, withStatus, withUndefined]).toHaveLength(3);
  expectTypeOf<Wire<LifecycleEvent>["startTime"]>().toEqualTypeOf<number | undefined>();
});

test("a deliberate stranger goes through one door", () => {
  const info: Wire<DeploymentInfo> = { status: outsideTheModel("Paused") };
  expect(info.status).toBe("Paused");
});

test.each([
  [1_501_772_849_283, 1_501_772_849.283],
  [1_501_772_849_283.6, 1_501_772_849.284],
  [0, 0],
])("%d ms is %d on the wire", (epochMs, seconds) => {
  expect(wireTime(epochMs)).toBe(seconds);
});
