import { AGENT_SILENT } from "../../timeline/diagnostics.ts";
import { minutes } from "../../timeline/duration.ts";
import { rollOut } from "../../timeline/fleet.ts";
import { HEALTH_CONSTRAINTS, IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";

const SILENCE = { event: "ApplicationStop", lastsMs: minutes(5), diagnostics: AGENT_SILENT };
const fleet = rollOut({
  seed: "inventory-sync prod",
  size: 3,
  concurrency: 3,
  startMs: 4_000,
  events: IN_PLACE_EVENTS,
  failures: { 0: SILENCE, 1: SILENCE, 2: SILENCE },
});
const failedMs = fleet.endMs + 3_000;

/** No agent answers: the first event of every instance fails after five minutes. */
export const ec2AgentSilent = play({
  name: "ec2-agent-silent",
  description: "EC2 in place, failed because the CodeDeploy agent of none of the instances answered.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "inventory-sync",
    deploymentGroupName: "prod",
    deploymentConfigName: "CodeDeployDefault.AllAtOnce",
    revision: gitHubRevision("acme-shop/inventory-sync", "sync 4"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 4_000, status: "InProgress" },
    { fromMs: failedMs, status: "Failed", facts: HEALTH_CONSTRAINTS },
  ],
  moments: { waiting: 60_000, failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
