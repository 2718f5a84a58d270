import { minutes, seconds } from "../timeline/duration.ts";

/** A deployment that is started anew, under the next id, whenever its last run is over. */
export interface LiveSeed {
  readonly scenario: string;
  readonly region: string;
  /** The readable start of its runs' ids. */
  readonly idPrefix: string;
  /** How far the first run has come when the demo starts. */
  readonly atMs: number;
}

/** A deployment that does not move. */
export interface StaticSeed {
  readonly scenario: string;
  readonly region: string;
  readonly deploymentId: string;
  /** The moment it stands at; without one, its end. */
  readonly moment?: string;
}

function live(scenario: string, region: string, idPrefix: string, atMs: number): LiveSeed {
  return { scenario, region, idPrefix, atMs };
}

function still(scenario: string, region: string, deploymentId: string, moment?: string): StaticSeed {
  return { scenario, region, deploymentId, ...(moment !== undefined && { moment }) };
}

const VIRGINIA = "us-east-1";
const IRELAND = "eu-west-1";
const FRANKFURT = "eu-central-1";

/** The most interesting first. */
export const LIVE_SEEDS: readonly LiveSeed[] = [
  live("ec2-rolling", VIRGINIA, "ROLL", seconds(35)),
  live("ec2-failing", IRELAND, "FAIL", seconds(80)),
  live("ecs-linear", VIRGINIA, "ECS", seconds(130)),
  live("lambda-canary", FRANKFURT, "LAM", seconds(20)),
  live("ec2-fleet", VIRGINIA, "FLEET", seconds(60)),
  live("ec2-blue-green", IRELAND, "BLUE", seconds(20)),
  live("ec2-blue-green-ready", IRELAND, "READY", minutes(13)),
  live("ecs-ready", VIRGINIA, "TEST", minutes(11)),
  live("ecs-original-kept", VIRGINIA, "KEEP", minutes(14)),
  live("lambda-linear", FRANKFURT, "LIN", minutes(3)),
  live("ecs-image-missing", VIRGINIA, "IMAGE", minutes(4)),
  live("ecs-health-check-fails", VIRGINIA, "CHECK", minutes(5)),
  live("ecs-target-group-unused", VIRGINIA, "NOLIS", minutes(6)),
  live("cloudformation-baking", VIRGINIA, "BAKE", minutes(4)),
];

export const STATIC_SEEDS: readonly StaticSeed[] = [
  still("ec2-same-failure", VIRGINIA, "d-SAMEFAIL1"),
  still("ec2-script-errors", IRELAND, "d-SCRIPTS01"),
  still("ecs-stopped-by-alarm", VIRGINIA, "d-ALARMECS1"),
  still("ecs-hook-failed", VIRGINIA, "d-HOOKFAIL1"),
  still("ec2-no-capacity", IRELAND, "d-NOFLEET01"),
  still("ecs-hook-refused", VIRGINIA, "d-REFUSED01"),
  still("lambda-hook-silent", FRANKFURT, "d-NOCALL001"),
  still("ecs-container-exits", VIRGINIA, "d-EXITS0001"),
  still("lambda-stopped-by-alarm", FRANKFURT, "d-ALARMLAM1"),
  still("ec2-stopped-by-hand", IRELAND, "d-STOPPED01"),
  still("ec2-application-stop-failed", VIRGINIA, "d-APPSTOP01"),
  still("ec2-agent-silent", IRELAND, "d-SILENT001"),
  still("ec2-all-skipped", IRELAND, "d-SKIPPED01"),
  still("ec2-no-instances", FRANKFURT, "d-NOHOSTS01"),
  still("ec2-succeeded", VIRGINIA, "d-SUCCEED01"),
  still("ec2-succeeded-with-failures", VIRGINIA, "d-PARTIAL01"),
  still("ec2-auto-update", VIRGINIA, "d-UPDATED01"),
  still("ec2-fleet-5000", VIRGINIA, "d-FLEET5000"),
  still("ec2-created", VIRGINIA, "d-CREATED01"),
  still("ec2-queued", VIRGINIA, "d-QUEUED001"),
  still("ec2-failure-counted", IRELAND, "d-COUNTED01", "failureCounted"),
  still("ec2-failed-without-reason", VIRGINIA, "d-NOREASON1"),
  still("ec2-start-after-complete", VIRGINIA, "d-LATESTART"),
  still("ec2-strange-targets", VIRGINIA, "d-STRANGE01"),
  still("ec2-hostile-logs", VIRGINIA, "d-ANSILOGS1"),
  still("hostile-text", VIRGINIA, "d-HOSTILE01"),
  still("every-member", VIRGINIA, "d-ALLFIELDS"),
  still("unknown-values", VIRGINIA, "d-UNKNOWN01"),
  still("bare", VIRGINIA, "d-BARE00001"),
];

/** The group of the demo that has hundreds of deployments. */
export const PAST_GROUP = { region: VIRGINIA, applicationName: "catalog", deploymentGroupName: "prod" };
