import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { ec2Failing } from "../scenarios/ec2/ec2-failing.ts";
import { ec2StoppedByHand } from "../scenarios/ec2/ec2-stopped-by-hand.ts";
import { ecsHookFailed } from "../scenarios/ecs/ecs-hook-failed.ts";
import { lambdaStoppedByAlarm } from "../scenarios/lambda/lambda-stopped-by-alarm.ts";
import { hours } from "../timeline/duration.ts";
import { fraction } from "../timeline/fingerprint.ts";
import { atPace } from "../timeline/pace.ts";
import {
  appSpecRevision,
  functionAppSpecRevision,
  gitHubRevision,
  s3Revision,
} from "../timeline/revisions.ts";
import type { Facts, Partner, Scenario } from "../timeline/scenario.ts";
import type { Wire } from "../wire.ts";
import { inGroup } from "./in-group.ts";
import { successOf } from "./past-run.ts";

/** How deployments fail, and how they are stopped, on each platform. */
const FAILURES: Readonly<Record<Scenario["computePlatform"], { failed: Scenario; stopped: Scenario }>> = {
  Server: { failed: ec2Failing, stopped: ec2StoppedByHand },
  ECS: { failed: ecsHookFailed, stopped: ecsHookFailed },
  Lambda: { failed: lambdaStoppedByAlarm, stopped: lambdaStoppedByAlarm },
};

const FAILED_SHARE = 0.09;
const STOPPED_SHARE = 0.02;
const AUTO_SCALING_SHARE = 0.06;

/** A deployment of a group's past. */
interface PastDeployment {
  readonly scenario: Scenario;
  /** How long before the newest it was created. */
  readonly beforeMs: number;
}

/**
 * The past of a group: some four deployments a day, of another revision each, a tenth of which fail and are rolled back where the
 * platform's failing scenario is. They have become slower over time.
 * @param newest the group's newest deployment
 * @param count how many there were before it
 */
export function pastOf(newest: Scenario, count: number): PastDeployment[] {
  const setting = { deploymentId: "d-PAST00000", region: "us-east-1", createdAtMs: 0, related: {} };
  const { info } = newest.at(newest.lengthMs, setting);
  const revisionAt = revisionsOf(newest, info, count);
  const name = `${info.applicationName}/${info.deploymentGroupName}`;
  return Array.from({ length: count }, (_, index): PastDeployment => {
    const place = index + 1;
    const chance = (what: string) => fraction(`${name} ${what} ${place}`);
    const pace = 1.3 - (0.6 * place) / count + 0.3 * (chance("pace") - 0.5);
    const outcome = chance("outcome");
    const isBySomebody = chance("creator") > AUTO_SCALING_SHARE || newest.computePlatform !== "Server";
    const facts: Facts = {
      ...(info.deploymentConfigName !== undefined && { deploymentConfigName: info.deploymentConfigName }),
      ...(!isBySomebody && { creator: "autoscaling" }),
      ...revisionAt(place),
    };
    const before = revisionAt(place + 1).revision;
    const rollback: Facts = { ...(before && { revision: before }) };
    return {
      scenario: inGroup(withFacts(atPace(courseOf(newest, outcome), pace), facts, rollback), {
        ...(info.applicationName !== undefined && { applicationName: info.applicationName }),
        ...(info.deploymentGroupName !== undefined && { deploymentGroupName: info.deploymentGroupName }),
      }),
      beforeMs: Math.round(hours(6) * place + hours(4) * chance("hour")),
    };
  });
}

function courseOf(newest: Scenario, outcome: number): Scenario {
  const { failed, stopped } = FAILURES[newest.computePlatform];
  if (outcome < FAILED_SHARE) return { ...failed, alarms: [] };
  if (outcome < FAILED_SHARE + STOPPED_SHARE) return { ...stopped, alarms: [] };
  return { ...successOf(newest), partners: {}, alarms: [] };
}

/** @param partnerFacts what its partners tell besides */
function withFacts(scenario: Scenario, facts: Facts, partnerFacts: Facts): Scenario {
  return {
    ...scenario,
    partners: Object.fromEntries(
      Object.entries(scenario.partners).map(([part, partner]): [string, Partner] => [
        part,
        { ...partner, scenario: withFacts(partner.scenario, { ...facts, ...partnerFacts }, {}) },
      ]),
    ),
    at(atMs, setting) {
      const { info, ...snapshot } = scenario.at(atMs, setting);
      // A rollback is nobody else's.
      const { creator = info.creator, ...rest } = facts;
      const isRollback = info.creator === "codeDeployRollback";
      return {
        ...snapshot,
        info: { ...info, ...rest, ...(creator && { creator: isRollback ? "codeDeployRollback" : creator }) },
      };
    },
  };
}

type Revision = Wire<RevisionLocation>;

/** The revisions of the deployment that stands at a place, the first before the newest being 1. */
function revisionsOf(newest: Scenario, { revision, previousRevision }: Facts, count: number) {
  const like = revision ?? previousRevision;
  const at = (place: number): Revision | undefined =>
    place === 1 && previousRevision ? previousRevision : like && anotherRevision(newest, like, count - place);
  return (place: number): Pick<Facts, "revision" | "previousRevision"> => {
    const own = at(place);
    const before = at(place + 1);
    return { ...(own && { revision: own }), ...(before && { previousRevision: before }) };
  };
}

/** Another build of what a revision is of. */
function anotherRevision(newest: Scenario, revision: Revision, build: number): Revision {
  const { gitHubLocation, s3Location, appSpecContent } = revision;
  if (gitHubLocation?.repository !== undefined) {
    return gitHubRevision(gitHubLocation.repository, `${gitHubLocation.repository} build ${build}`);
  }
  if (s3Location?.bucket !== undefined && s3Location.key !== undefined) {
    return s3Revision(s3Location.bucket, s3Location.key, `${s3Location.key} build ${build}`);
  }
  const [, service] = /^# (\S+)/.exec(appSpecContent?.content ?? "") ?? [];
  if (service === undefined) return revision;
  const release = `${service} build ${build}`;
  return newest.computePlatform === "Lambda" ? functionAppSpecRevision(release) : appSpecRevision(release);
}
