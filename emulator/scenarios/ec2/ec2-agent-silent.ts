import { agentSilent } from "../../timeline/diagnostics.ts";
import { minutes } from "../../timeline/duration.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { healthConstraints, inPlaceFacts } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/instance-target.ts";
import { inPlaceEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const silence = { event: "ApplicationStop", lastsMs: minutes(5), diagnostics: agentSilent };
const fleet = rollOut({
  seed: "inventory-sync prod",
  size: 3,
  concurrency: 3,
  startMs: 4_000,
  events: inPlaceEvents,
  failures: { 0: silence, 1: silence, 2: silence },
});
const failedMs = fleet.endMs + 3_000;

/** No agent answers: the first event of every instance fails after five minutes. */
export const ec2AgentSilent = play({
  name: "ec2-agent-silent",
  description: "EC2 in place, failed because the CodeDeploy agent of none of the instances answered.",
  computePlatform: "Server",
  facts: {
    ...inPlaceFacts,
    applicationName: "inventory-sync",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    revision: gitHubRevision("acme-shop/inventory-sync", "sync 4"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: healthConstraints },
  ],
  moments: { waiting: 60_000, failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
