import { expect, test } from "vitest";
import type { Deployment } from "../deployment/deployment.ts";
import { documentedEvents } from "./lifecycle-order.ts";
import { isFromPreviousRevision } from "../failure/target-failure.ts";

const IN_PLACE = { deploymentType: "IN_PLACE" } as const;

test.each<[string, number, string, string, Deployment]>([
  ["in place", 7, "ApplicationStop", "ValidateService", { deploymentStyle: IN_PLACE }],
  [
    "in place behind a load balancer",
    13,
    "BeforeBlockTraffic",
    "AfterAllowTraffic",
    { deploymentStyle: { ...IN_PLACE, deploymentOption: "WITH_TRAFFIC_CONTROL" } },
  ],
  [
    "EC2 blue/green",
    13,
    "ApplicationStop",
    "AfterBlockTraffic",
    { computePlatform: "Server", deploymentStyle: { deploymentType: "BLUE_GREEN" } },
  ],
  ["ECS without test listener", 6, "BeforeInstall", "AfterAllowTraffic", { computePlatform: "ECS" }],
  [
    "ECS with test listener",
    8,
    "BeforeInstall",
    "AfterAllowTraffic",
    {
      computePlatform: "ECS",
      loadBalancerInfo: { targetGroupPairInfoList: [{ testTrafficRoute: { listenerArns: ["arn"] } }] },
    },
  ],
  ["Lambda", 3, "BeforeAllowTraffic", "AfterAllowTraffic", { computePlatform: "Lambda" }],
])(
  "before anything has started the events are those that AWS documents: %s",
  (_, count, first, last, deployment) => {
    const events = documentedEvents(deployment);
    expect(events).toHaveLength(count);
    expect(events[0]).toBe(first);
    expect(events.at(-1)).toBe(last);
    expect(new Set(events).size).toBe(count);
  },
);

test.each<Deployment>([{}, { computePlatform: "Server" }])("no events are made up: %j", (deployment) => {
  expect(documentedEvents(deployment)).toEqual([]);
});

test("three events run scripts of the previous revision", () => {
  const events = documentedEvents({
    deploymentStyle: { ...IN_PLACE, deploymentOption: "WITH_TRAFFIC_CONTROL" },
  });
  expect(events.filter((name) => isFromPreviousRevision(name))).toEqual([
    "BeforeBlockTraffic",
    "AfterBlockTraffic",
    "ApplicationStop",
  ]);
  expect(isFromPreviousRevision("constructor")).toBe(false);
});
