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

const virginia = "us-east-1";
const ireland = "eu-west-1";
const frankfurt = "eu-central-1";

/** The most interesting first. */
export const liveSeeds: readonly LiveSeed[] = [
  live("ec2-rolling", virginia, "ROLL", seconds(35)),
  live("ec2-failing", ireland, "FAIL", seconds(80)),
  live("ecs-linear", virginia, "ECS", seconds(130)),
  live("lambda-canary", frankfurt, "LAM", seconds(20)),
  live("ec2-fleet", virginia, "FLEET", seconds(60)),
  live("ec2-blue-green", ireland, "BLUE", seconds(20)),
  live("ec2-blue-green-ready", ireland, "READY", minutes(13)),
  live("ecs-ready", virginia, "TEST", minutes(11)),
  live("lambda-linear", frankfurt, "LIN", minutes(3)),
  live("cloudformation-baking", virginia, "BAKE", minutes(4)),
];

export const staticSeeds: readonly StaticSeed[] = [
  still("ec2-same-failure", virginia, "d-SAMEFAIL1"),
  still("ec2-script-errors", ireland, "d-SCRIPTS01"),
  still("ecs-stopped-by-alarm", virginia, "d-ALARMECS1"),
  still("ecs-hook-failed", virginia, "d-HOOKFAIL1"),
  still("lambda-stopped-by-alarm", frankfurt, "d-ALARMLAM1"),
  still("ec2-stopped-by-hand", ireland, "d-STOPPED01"),
  still("ec2-application-stop-failed", virginia, "d-APPSTOP01"),
  still("ec2-agent-silent", ireland, "d-SILENT001"),
  still("ec2-all-skipped", ireland, "d-SKIPPED01"),
  still("ec2-no-instances", frankfurt, "d-NOHOSTS01"),
  still("ec2-succeeded", virginia, "d-SUCCEED01"),
  still("ec2-succeeded-with-failures", virginia, "d-PARTIAL01"),
  still("ec2-auto-update", virginia, "d-UPDATED01"),
  still("ec2-fleet-5000", virginia, "d-FLEET5000"),
  still("ec2-created", virginia, "d-CREATED01"),
  still("ec2-queued", virginia, "d-QUEUED001"),
  still("ec2-failure-counted", ireland, "d-COUNTED01", "failureCounted"),
  still("ec2-failed-without-reason", virginia, "d-NOREASON1"),
  still("ec2-start-after-complete", virginia, "d-LATESTART"),
  still("ec2-strange-targets", virginia, "d-STRANGE01"),
  still("ec2-hostile-logs", virginia, "d-ANSILOGS1"),
  still("hostile-text", virginia, "d-HOSTILE01"),
  still("every-member", virginia, "d-ALLFIELDS"),
  still("unknown-values", virginia, "d-UNKNOWN01"),
  still("bare", virginia, "d-BARE00001"),
];
