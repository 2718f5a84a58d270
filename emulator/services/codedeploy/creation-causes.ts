import type { Control } from "../../control/control-client.ts";

// For `modelled-errors.test.ts`: a request for each error of the operations that create something.

/** Starts the groups without a running deployment that the requests below name. */
export async function startIdleGroups(control: Control): Promise<void> {
  const groups = [
    ["ec2-succeeded", "idle", "done"],
    ["ecs-hook-failed", "idle-ecs", "failed"],
    ["ec2-blue-green", "idle-blue-green", "done"],
  ] as const;
  for (const [scenario, applicationName, moment] of groups) {
    await control.start(scenario, { applicationName, deploymentGroupName: "prod", moment });
  }
}

/** Names of a group that has a running deployment. */
export const NAMES = { applicationName: "checkout-api", deploymentGroupName: "prod" };
/** Longer than any name may be. */
export const LONG = "n".repeat(101);

/** A request for each error of a missing, malformed or unknown name of a group. */
export const GROUP_ERRORS = {
  ApplicationNameRequiredException: () => ({ deploymentGroupName: "prod" }),
  InvalidApplicationNameException: () => ({ ...NAMES, applicationName: LONG }),
  ApplicationDoesNotExistException: () => ({ ...NAMES, applicationName: "constructor" }),
  DeploymentGroupNameRequiredException: () => ({ applicationName: "checkout-api" }),
  InvalidDeploymentGroupNameException: () => ({ ...NAMES, deploymentGroupName: "a/b" }),
  DeploymentGroupDoesNotExistException: () => ({ ...NAMES, deploymentGroupName: "nightly" }),
};

const S3 = {
  revisionType: "S3",
  s3Location: { bucket: "acme-release-artifacts", key: "idle/1.zip", bundleType: "zip" },
};
const IDLE = { applicationName: "idle", deploymentGroupName: "prod", revision: S3 };
const IDLE_ECS = {
  applicationName: "idle-ecs",
  deploymentGroupName: "prod",
  revision: { revisionType: "AppSpecContent", appSpecContent: { content: "version: 0.0" } },
};
const UNKNOWN_APP_SPEC = {
  revisionType: "AppSpecContent",
  appSpecContent: { sha256: "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef" },
};
const ELEVEN_ALARMS = Array.from({ length: 11 }, (_, place) => ({ name: `alarm-${place}` }));

const REVISION_ERRORS = {
  ApplicationNameRequiredException: () => ({ revision: S3 }),
  InvalidApplicationNameException: () => ({ applicationName: LONG, revision: S3 }),
  ApplicationDoesNotExistException: () => ({ applicationName: "constructor", revision: S3 }),
  RevisionRequiredException: () => ({ applicationName: "idle" }),
  InvalidRevisionException: () => ({ applicationName: "idle", revision: { revisionType: "Floppy" } }),
};

/** A request for each error of each operation that creates a deployment, or what one is made of. */
export const CREATION_CAUSES = {
  CreateDeployment: {
    ...GROUP_ERRORS,
    RevisionRequiredException: () => ({ ...IDLE, revision: null }),
    InvalidRevisionException: () => ({ ...IDLE, revision: IDLE_ECS.revision }),
    RevisionDoesNotExistException: () => ({ ...IDLE_ECS, revision: UNKNOWN_APP_SPEC }),
    InvalidDeploymentConfigNameException: () => ({ ...IDLE, deploymentConfigName: "a/b" }),
    DeploymentConfigDoesNotExistException: () => ({
      ...IDLE,
      deploymentConfigName: "CodeDeployDefault.Never",
    }),
    InvalidTrafficRoutingConfigurationException: () => ({
      ...IDLE_ECS,
      deploymentConfigName: "CodeDeployDefault.OneAtATime",
    }),
    DescriptionTooLongException: () => ({ ...IDLE, description: "d".repeat(257) }),
    DeploymentLimitExceededException: () => ({ ...NAMES, revision: S3 }),
    InvalidTargetInstancesException: () => ({ ...IDLE, targetInstances: { autoScalingGroups: ["green"] } }),
    InvalidAutoScalingGroupException: () => ({
      ...IDLE,
      applicationName: "idle-blue-green",
      targetInstances: { autoScalingGroups: [""] },
    }),
    InvalidAlarmConfigException: () => ({
      ...IDLE,
      overrideAlarmConfiguration: { enabled: true, alarms: [] },
    }),
    AlarmsLimitExceededException: () => ({ ...IDLE, overrideAlarmConfiguration: { alarms: ELEVEN_ALARMS } }),
    InvalidAutoRollbackConfigException: () => ({ ...IDLE, autoRollbackConfiguration: { enabled: true } }),
    InvalidFileExistsBehaviorException: () => ({ ...IDLE, fileExistsBehavior: "MERGE" }),
    InvalidUpdateOutdatedInstancesOnlyValueException: () => ({
      ...IDLE_ECS,
      updateOutdatedInstancesOnly: true,
    }),
    InvalidIgnoreApplicationStopFailuresValueException: () => ({
      ...IDLE_ECS,
      ignoreApplicationStopFailures: true,
    }),
    InvalidGitHubAccountTokenException: () => ({
      ...IDLE,
      revision: { revisionType: "GitHub", gitHubLocation: { repository: "acme/idle", commitId: "1" } },
    }),
    InvalidComputePlatformException: () => ({ ...IDLE_ECS, revision: null, deploymentMode: "RESTART" }),
    InvalidInputException: () => ({ ...IDLE, deploymentMode: "RESTART" }),
  },
  GetApplicationRevision: {
    ...REVISION_ERRORS,
    RevisionDoesNotExistException: () => ({ applicationName: "idle", revision: S3 }),
  },
  RegisterApplicationRevision: {
    ...REVISION_ERRORS,
    DescriptionTooLongException: () => ({
      applicationName: "idle",
      revision: S3,
      description: "d".repeat(257),
    }),
  },
};
