import type {
  DeploymentConfigInfo,
  GetDeploymentConfigOutput,
  ListDeploymentConfigsOutput,
  MinimumHealthyHosts,
  TrafficRoutingConfig,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import type { Wire } from "../../wire.ts";
import { outsideTheModel } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { isName } from "./codedeploy-call.ts";
import { pageOf } from "./page-token.ts";

/** CodeDeploy's GetDeploymentConfig. */
export function getDeploymentConfig({ input }: SignedCall): Wire<GetDeploymentConfigOutput> {
  const name = input.text("deploymentConfigName");
  if (!name) {
    throw new AwsError(
      "DeploymentConfigNameRequiredException",
      "The deployment configuration name was not specified.",
    );
  }
  return { deploymentConfigInfo: requireConfig(name) };
}

/** @throws AwsError for the name of no deployment configuration */
export function requireConfig(name: string): Config {
  if (!isName(name)) {
    throw new AwsError(
      "InvalidDeploymentConfigNameException",
      "The deployment configuration name was specified in an invalid format.",
    );
  }
  const found = DEPLOYMENT_CONFIGS.get(name);
  if (!found) {
    throw new AwsError(
      "DeploymentConfigDoesNotExistException",
      `No Deployment Configuration found for name: ${name}`,
    );
  }
  return found;
}

/** CodeDeploy's ListDeploymentConfigs. */
export function listDeploymentConfigs({ input }: SignedCall): Wire<ListDeploymentConfigsOutput> {
  const names = [...DEPLOYMENT_CONFIGS.keys()].toSorted();
  const { items, next } = pageOf(names, "deployment configurations", input.text("nextToken"));
  return { deploymentConfigsList: [...items], ...next };
}

type Config = Wire<DeploymentConfigInfo>;

const MADE_BY_AWS = 1_543_449_600;

function config(name: string, facts: Config): Config {
  const id = fingerprint(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { deploymentConfigId: id, deploymentConfigName: name, createTime: MADE_BY_AWS, ...facts };
}

function server(name: string, minimumHealthyHosts: Wire<MinimumHealthyHosts>): Config {
  return config(name, { computePlatform: "Server", minimumHealthyHosts });
}

function shifting(
  name: string,
  computePlatform: "Lambda" | "ECS",
  trafficRoutingConfig: Wire<TrafficRoutingConfig>,
): Config {
  return config(`CodeDeployDefault.${name}`, { computePlatform, trafficRoutingConfig });
}

function canary(name: string, platform: "Lambda" | "ECS", canaryInterval: number): Config {
  return shifting(name, platform, {
    type: "TimeBasedCanary",
    timeBasedCanary: { canaryPercentage: 10, canaryInterval },
  });
}

function linear(name: string, platform: "Lambda" | "ECS", linearInterval: number): Config {
  return shifting(name, platform, {
    type: "TimeBasedLinear",
    timeBasedLinear: { linearPercentage: 10, linearInterval },
  });
}

const ALL_CONFIGS: readonly Config[] = [
  server("CodeDeployDefault.AllAtOnce", { type: "HOST_COUNT", value: 0 }),
  server("CodeDeployDefault.HalfAtATime", { type: "FLEET_PERCENT", value: 50 }),
  // AWS answers with a type that is not in its model.
  server("CodeDeployDefault.OneAtATime", { type: outsideTheModel("MOST_CONCURRENCY"), value: 1 }),
  server("acme-80-percent-healthy", { type: "FLEET_PERCENT", value: 80 }),
  server("acme-90-percent-healthy", { type: "FLEET_PERCENT", value: 90 }),
  config("acme-one-per-zone", {
    computePlatform: "Server",
    minimumHealthyHosts: { type: "HOST_COUNT", value: 1 },
    zonalConfig: {
      firstZoneMonitorDurationInSeconds: 600,
      monitorDurationInSeconds: 120,
      minimumHealthyHostsPerZone: { type: "FLEET_PERCENT", value: 50 },
    },
  }),
  shifting("LambdaAllAtOnce", "Lambda", { type: "AllAtOnce" }),
  ...[5, 10, 15, 30].map((every) => canary(`LambdaCanary10Percent${every}Minutes`, "Lambda", every)),
  linear("LambdaLinear10PercentEvery1Minute", "Lambda", 1),
  ...[2, 3, 10].map((every) => linear(`LambdaLinear10PercentEvery${every}Minutes`, "Lambda", every)),
  shifting("ECSAllAtOnce", "ECS", { type: "AllAtOnce" }),
  ...[5, 15].map((every) => canary(`ECSCanary10Percent${every}Minutes`, "ECS", every)),
  ...[1, 3].map((every) => linear(`ECSLinear10PercentEvery${every}Minutes`, "ECS", every)),
];

/** AWS's standard deployment configurations, and a few of the emulated account's own, by name. */
const DEPLOYMENT_CONFIGS: ReadonlyMap<string, Config> = new Map(
  ALL_CONFIGS.map((each) => [each.deploymentConfigName ?? "", each]),
);
