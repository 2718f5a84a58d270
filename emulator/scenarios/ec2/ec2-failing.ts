import type { DeploymentInfo } from "@aws-sdk/client-codedeploy";
import { scriptFailed } from "../../timeline/diagnostics.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS, rolledBackBy, rollsBack } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import type { Wire } from "../../wire.ts";

const UNHEALTHY = {
  event: "ValidateService",
  lastsMs: 16_000,
  diagnostics: scriptFailed("ValidateService", "scripts/validate-service.sh", 22, [
    "Waiting for http://127.0.0.1:8080/healthz",
    "attempt 1 of 5: HTTP 503",
    "attempt 2 of 5: HTTP 503",
    "attempt 3 of 5: HTTP 503",
    "attempt 4 of 5: HTTP 503",
    "!curl: (22) The requested URL returned error: 503",
    '{"status":"DOWN","checks":{"database":"UP","payments-gateway":"DOWN: certificate has expired"}}',
    "!Service is not healthy after 5 attempts, giving up",
  ]),
};
const fleet = rollOut({
  seed: "payments-gateway prod",
  size: 10,
  concurrency: 2,
  startMs: 5_000,
  events: IN_PLACE_EVENTS,
  failures: { 2: UNHEALTHY, 5: UNHEALTHY, 7: UNHEALTHY },
  stopsAfterFailures: 3,
});
const failedMs = fleet.endMs + 3_000;
const previous = gitHubRevision("acme-shop/payments-gateway", "release 7.2.0");
const facts: Wire<DeploymentInfo> = {
  ...IN_PLACE_FACTS,
  applicationName: "payments-gateway",
  deploymentGroupName: "prod",
  deploymentConfigName: "acme-80-percent-healthy",
  autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
};

const rollbackFleet = rollOut({
  seed: "payments-gateway prod",
  size: 10,
  concurrency: 5,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
});

const rollback = play({
  name: "ec2-rollback",
  description: "EC2 in place, the automatic rollback of a failed deployment to its previous revision.",
  computePlatform: "Server",
  facts: (setting) => ({
    ...facts,
    ...rollsBack(setting),
    deploymentConfigName: "CodeDeployDefault.HalfAtATime",
    revision: previous,
    previousRevision: previous,
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: rollbackFleet.endMs + 3_000, status: "Succeeded" },
  ],
  targets: rollbackFleet.courses.map(instanceTarget),
});

/** A bad release that is found out instance by instance, and then rolled back. */
export const ec2Failing = play({
  name: "ec2-failing",
  description:
    "EC2 in place, ten instances of which one after the other fails its health check until the deployment fails and is rolled back.",
  computePlatform: "Server",
  facts: {
    ...facts,
    description: "Release 7.3.0: new certificate store",
    revision: gitHubRevision("acme-shop/payments-gateway", "release 7.3.0"),
    previousRevision: previous,
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 5_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
    { fromMs: failedMs + 1_500, status: "Failed", facts: rolledBackBy },
  ],
  moments: { firstFailure: 120_000, beforeFailed: failedMs - 1_000, failed: failedMs + 2_000 },
  partners: { rollback: { scenario: rollback, startsAtMs: failedMs + 1_200 } },
  targets: fleet.courses.map(instanceTarget),
});
