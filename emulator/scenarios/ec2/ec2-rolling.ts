import type { Diagnostics } from "@aws-sdk/client-codedeploy";
import { succeededWithLog } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { LOAD_BALANCED_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import { SUCCESS } from "../../timeline/steps.ts";
import type { Wire } from "../../wire.ts";

const LOGS: Readonly<Record<string, Wire<Diagnostics>>> = {
  AfterInstall: succeededWithLog("AfterInstall", "scripts/install-packages.sh", [
    "npm ci --omit=dev",
    "added 214 packages in 6s",
    "31 packages are looking for funding",
  ]),
  ApplicationStart: succeededWithLog("ApplicationStart", "scripts/start.sh", [
    "systemctl restart checkout-api",
    "checkout-api 4.18.0 listening on :8080",
  ]),
  ValidateService: succeededWithLog("ValidateService", "scripts/validate.sh", [
    "attempt 1 of 10: HTTP 503",
    "attempt 2 of 10: HTTP 200 in 38 ms",
    "healthy",
  ]),
};
const fleet = rollOut({
  seed: "checkout-api prod",
  size: 6,
  concurrency: 1,
  startMs: 6_000,
  events: LOAD_BALANCED_EVENTS.map(({ event, lastsMs }) => ({
    event,
    lastsMs,
    diagnostics: LOGS[event] ?? SUCCESS,
  })),
});
const doneMs = fleet.endMs + 4_000;

/** The everyday deployment: one instance after the other, behind a load balancer, all well. */
export const ec2Rolling = play({
  name: "ec2-rolling",
  description:
    "EC2 in place, six instances behind a load balancer, one after the other until all have succeeded.",
  computePlatform: "Server",
  facts: ({ deploymentId }) => ({
    ...IN_PLACE_FACTS,
    applicationName: "checkout-api",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    description: "Release 4.18: retry card payments once, https://github.com/acme-shop/checkout-api/pull/871",
    deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITH_TRAFFIC_CONTROL" },
    loadBalancerInfo: { targetGroupInfoList: [{ name: "checkout-api-prod" }] },
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
    revision: gitHubRevision("acme-shop/checkout-api", `${deploymentId} new`),
    previousRevision: gitHubRevision("acme-shop/checkout-api", `${deploymentId} previous`),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 6_000, status: "InProgress" },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { created: 1_000, firstInstance: 30_000, halfway: Math.round(doneMs / 2), done: doneMs },
  targets: fleet.courses.map(instanceTarget),
});
