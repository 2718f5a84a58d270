import { gitHubRevision } from "../timeline/revisions.ts";
import type { Facts, Scenario } from "../timeline/scenario.ts";
import { ec2Succeeded } from "../scenarios/ec2/ec2-succeeded.ts";
import { ecsLinear } from "../scenarios/ecs/ecs-linear.ts";
import { lambdaCanary } from "../scenarios/lambda/lambda-canary.ts";
import { inGroup } from "./in-group.ts";

const SUCCESSES: Readonly<Record<Scenario["computePlatform"], Scenario>> = {
  Server: ec2Succeeded,
  ECS: ecsLinear,
  Lambda: lambdaCanary,
};

/**
 * How an earlier deployment of a scenario's group went: as the scenario itself does where it ends well, else as
 * another of its platform does, under the group's own names.
 */
export function pastRunOf(scenario: Scenario): Scenario {
  const setting = { deploymentId: "d-PAST00000", region: "us-east-1", createdAtMs: 0, related: {} };
  const { info } = scenario.at(scenario.lengthMs, setting);
  const { applicationName, deploymentGroupName } = info;
  const base = successOf(scenario);
  return inGroup(
    { ...withRevisionOf(info, base), partners: {}, alarms: [] },
    {
      ...(applicationName !== undefined && { applicationName }),
      ...(deploymentGroupName !== undefined && { deploymentGroupName }),
    },
  );
}

/** The scenario itself where it ends well, else one of its platform that does. */
export function successOf(scenario: Scenario): Scenario {
  const setting = { deploymentId: "d-PAST00000", region: "us-east-1", createdAtMs: 0, related: {} };
  const { status } = scenario.at(scenario.lengthMs, setting).info;
  return status === "Succeeded" ? scenario : SUCCESSES[scenario.computePlatform];
}

/** An earlier deployment is of the group's own application: of another commit of its repository, or of its previous revision. */
function withRevisionOf(info: Facts, base: Scenario): Scenario {
  const { previousRevision } = info;
  if (!previousRevision) return base;
  const { repository } = previousRevision.gitHubLocation ?? {};
  return {
    ...base,
    at(atMs, setting) {
      const snapshot = base.at(atMs, setting);
      const revision =
        repository === undefined ? previousRevision : gitHubRevision(repository, setting.deploymentId);
      return { ...snapshot, info: { ...snapshot.info, revision, previousRevision } };
    },
  };
}
