import type { TargetLabel } from "@aws-sdk/client-codedeploy";
import type { EventPlan } from "./steps.ts";

/** An event that lasts so many milliseconds. */
function plan(event: string, lastsMs: number): EventPlan {
  return { event, lastsMs };
}

/** The seven events of an in-place deployment without load balancer, at the pace of a small web application. */
export const IN_PLACE_EVENTS: readonly EventPlan[] = [
  plan("ApplicationStop", 2_400),
  plan("DownloadBundle", 3_800),
  plan("BeforeInstall", 5_200),
  plan("Install", 1_900),
  plan("AfterInstall", 8_300),
  plan("ApplicationStart", 6_100),
  plan("ValidateService", 9_700),
];

/** The thirteen events of an in-place deployment behind a load balancer. */
export const LOAD_BALANCED_EVENTS: readonly EventPlan[] = [
  plan("BeforeBlockTraffic", 400),
  plan("BlockTraffic", 7_200),
  plan("AfterBlockTraffic", 300),
  ...IN_PLACE_EVENTS,
  plan("BeforeAllowTraffic", 300),
  plan("AllowTraffic", 8_600),
  plan("AfterAllowTraffic", 500),
];

/** What happens on a replacement instance while it is put behind the load balancer. */
export const GREEN_TRAFFIC_EVENTS: readonly EventPlan[] = [
  plan("BeforeAllowTraffic", 300),
  plan("AllowTraffic", 12_000),
  plan("AfterAllowTraffic", 600),
];

/** What happens on an original instance while it is taken from behind the load balancer. */
export const BLUE_TRAFFIC_EVENTS: readonly EventPlan[] = [
  plan("BeforeBlockTraffic", 300),
  plan("BlockTraffic", 14_000),
  plan("AfterBlockTraffic", 500),
];

/** The eight events of an ECS deployment with a test listener. Shifting traffic takes as long as the configuration says. */
export function ecsEvents(shiftLastsMs: number): EventPlan[] {
  return [
    plan("BeforeInstall", 1_000),
    plan("Install", 108_000),
    plan("AfterInstall", 1_000),
    plan("AllowTestTraffic", 8_000),
    plan("AfterAllowTestTraffic", 4_000),
    plan("BeforeAllowTraffic", 1_000),
    plan("AllowTraffic", shiftLastsMs),
    plan("AfterAllowTraffic", 9_000),
  ];
}

/** The three events of a Lambda deployment. */
export function lambdaEvents(shiftLastsMs: number): EventPlan[] {
  return [
    plan("BeforeAllowTraffic", 7_000),
    plan("AllowTraffic", shiftLastsMs),
    plan("AfterAllowTraffic", 11_000),
  ];
}

const LASTS_MS = new Map([...LOAD_BALANCED_EVENTS].map(({ event, lastsMs }) => [event, lastsMs]));

/**
 * The events of an instance in the next deployment of its group: those that it had before. In the rollback of a blue/green
 * deployment the two fleets swap their parts.
 * @param label the instance's fleet, in such a rollback
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export function againEvents(
  steps: readonly { event: string }[],
  label: TargetLabel | undefined,
): EventPlan[] {
  if (label === "Blue") return [...GREEN_TRAFFIC_EVENTS];
  if (label === "Green") return [...BLUE_TRAFFIC_EVENTS];
  return steps.map(({ event }) => plan(event, LASTS_MS.get(event) ?? 1_000));
}
