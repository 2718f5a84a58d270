import type {
  AlarmConfiguration,
  AutoRollbackConfiguration,
  DeploymentInfo,
  EC2TagFilter,
  TargetInstances,
} from "@aws-sdk/client-codedeploy";
import { AutoRollbackEvent, FileExistsBehavior } from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Wire } from "../../wire.ts";
import { outsideTheModel } from "../../wire.ts";
import type { JsonInput } from "../json-input.ts";
import { checkDescription } from "./codedeploy-call.ts";
import { requireConfig } from "./deployment-configs.ts";

type Info = Wire<DeploymentInfo>;

/**
 * What a call to CreateDeployment sets, apart from the revision: only what it names, for a group keeps the rest.
 * @param info the newest deployment of the group
 * @throws AwsError for what AWS documents to be invalid
 */
export function settingsIn(input: JsonInput, info: Info): Info {
  const description = input.text("description");
  checkDescription(description);
  const deploymentConfigName = configNameIn(input, info);
  const fileExistsBehavior = fileExistsBehaviorIn(input);
  const autoRollbackConfiguration = rollbackIn(input.within("autoRollbackConfiguration"));
  const overrideAlarmConfiguration = alarmsIn(input.within("overrideAlarmConfiguration"));
  const targetInstances = targetInstancesIn(input.within("targetInstances"), info);
  return {
    ...(description !== undefined && { description }),
    ...(deploymentConfigName !== undefined && { deploymentConfigName }),
    ...(fileExistsBehavior && { fileExistsBehavior }),
    ...(autoRollbackConfiguration && { autoRollbackConfiguration }),
    ...(overrideAlarmConfiguration && { overrideAlarmConfiguration }),
    ...(targetInstances && { targetInstances }),
    ...flagsIn(input, info),
  };
}

function isOfInstances({ computePlatform = "Server" }: Info): boolean {
  return computePlatform === "Server";
}

function configNameIn(input: JsonInput, info: Info): string | undefined {
  const name = input.text("deploymentConfigName");
  if (name === undefined) return undefined;
  const { computePlatform } = requireConfig(name);
  if (computePlatform === (info.computePlatform ?? "Server")) return name;
  throw new AwsError(
    "InvalidTrafficRoutingConfigurationException",
    `The deployment configuration ${name} is not for the compute platform ${info.computePlatform}.`,
  );
}

/** The two switches of EC2 alone, and the mode, which goes only with some of the rest. */
function flagsIn(input: JsonInput, info: Info): Info {
  const ignores = input.flag("ignoreApplicationStopFailures");
  const onlyOutdated = input.flag("updateOutdatedInstancesOnly");
  if (ignores && !isOfInstances(info)) {
    throw new AwsError(
      "InvalidIgnoreApplicationStopFailuresValueException",
      "The IgnoreApplicationStopFailures value is invalid. For Lambda deployments, false is expected.",
    );
  }
  if (onlyOutdated && !isOfInstances(info)) {
    throw new AwsError(
      "InvalidUpdateOutdatedInstancesOnlyValueException",
      "The UpdateOutdatedInstancesOnly value is invalid. For Lambda deployments, false is expected.",
    );
  }
  return {
    ...(ignores !== undefined && { ignoreApplicationStopFailures: ignores }),
    ...(onlyOutdated !== undefined && { updateOutdatedInstancesOnly: onlyOutdated }),
    ...(isRestart(input, info, onlyOutdated) && { deploymentMode: "RESTART" }),
  };
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html */
function isRestart(input: JsonInput, info: Info, onlyOutdated: boolean | undefined): boolean {
  const mode = input.text("deploymentMode");
  if (mode === undefined || mode === "STANDARD") return false;
  if (mode !== "RESTART") throw invalidInput(`The deployment mode ${mode} is not valid.`);
  if (!isOfInstances(info)) {
    throw new AwsError(
      "InvalidComputePlatformException",
      `RESTART is not supported for the compute platform ${info.computePlatform}.`,
    );
  }
  if (info.deploymentStyle?.deploymentType === "BLUE_GREEN") {
    throw invalidInput("RESTART is supported only for in-place deployments.");
  }
  if (input.within("revision")) throw invalidInput("The revision must not be specified with RESTART.");
  if (onlyOutdated) {
    throw invalidInput("updateOutdatedInstancesOnly must not be true with RESTART.");
  }
  return true;
}

function invalidInput(message: string): AwsError {
  return new AwsError("InvalidInputException", message);
}

function fileExistsBehaviorIn(input: JsonInput): FileExistsBehavior | undefined {
  const text = input.text("fileExistsBehavior");
  if (text === undefined) return undefined;
  const known = Object.values(FileExistsBehavior).find((each) => each === text);
  if (known) return known;
  throw new AwsError(
    "InvalidFileExistsBehaviorException",
    `The option ${text} is not valid. Valid values include DISALLOW, OVERWRITE, and RETAIN.`,
  );
}

function rollbackIn(given: JsonInput | undefined): Wire<AutoRollbackConfiguration> | undefined {
  if (!given) return undefined;
  const enabled = given.flag("enabled") ?? false;
  const events = given.texts("events") ?? [];
  const known = Object.values(AutoRollbackEvent).filter((event) => events.includes(event));
  if (known.length !== new Set(events).size || (enabled && events.length === 0)) {
    throw new AwsError(
      "InvalidAutoRollbackConfigException",
      "The automatic rollback configuration was specified in an invalid format.",
    );
  }
  return { enabled, ...(known.length > 0 && { events: known }) };
}

const MOST_ALARMS = 10;

function alarmsIn(given: JsonInput | undefined): Wire<AlarmConfiguration> | undefined {
  if (!given) return undefined;
  const enabled = given.flag("enabled") ?? false;
  const names = (given.withinEach("alarms") ?? []).map((alarm) => alarm.text("name") ?? "");
  if (names.length > MOST_ALARMS) {
    throw new AwsError(
      "AlarmsLimitExceededException",
      `The maximum number of alarms for a deployment group (${MOST_ALARMS}) was exceeded.`,
    );
  }
  const isFaulty = names.some((name) => name === "" || name.length > 255);
  if (isFaulty || new Set(names).size < names.length || (enabled && names.length === 0)) {
    throw new AwsError("InvalidAlarmConfigException", "The format of the alarm configuration is invalid.");
  }
  const ignorePollAlarmFailure = given.flag("ignorePollAlarmFailure") ?? false;
  return { enabled, ignorePollAlarmFailure, alarms: names.map((name) => ({ name })) };
}

const MOST_TAGS = 10;

/** The replacement instances of a blue/green deployment. */
function targetInstancesIn(given: JsonInput | undefined, info: Info): Wire<TargetInstances> | undefined {
  if (!given) return undefined;
  const tags = given.withinEach("tagFilters") ?? [];
  if (
    info.deploymentStyle?.deploymentType !== "BLUE_GREEN" ||
    !isOfInstances(info) ||
    tags.length > MOST_TAGS
  ) {
    throw new AwsError("InvalidTargetInstancesException", "The target instance configuration is invalid.");
  }
  const autoScalingGroups = given.texts("autoScalingGroups") ?? [];
  if (autoScalingGroups.some((name) => name.trim() === "")) {
    throw new AwsError(
      "InvalidAutoScalingGroupException",
      "The Auto Scaling group was specified in an invalid format or does not exist.",
    );
  }
  return { tagFilters: tags.map(tagFilterIn), autoScalingGroups };
}

function tagFilterIn(given: JsonInput): Wire<EC2TagFilter> {
  const members = ["Key", "Value", "Type"].map((name): [string, string | undefined] => [
    name,
    given.text(name),
  ]);
  return outsideTheModel(Object.fromEntries(members.filter(([, value]) => value !== undefined)));
}
