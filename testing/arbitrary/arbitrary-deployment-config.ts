import * as aws from "@aws-sdk/client-codedeploy";
import type { Members, Value } from "./arbitrary-values.ts";
import { choice, count, members, record, text, time } from "./arbitrary-values.ts";

/** `deploymentConfigInfo` of GetDeploymentConfig. */
export const deploymentConfigInfo: Value = record({
  deploymentConfigId: text("9ce0b4a1"),
  deploymentConfigName: text("acme-one-per-zone"),
  minimumHealthyHosts: members({ type: choice(aws.MinimumHealthyHostsType), value: count }),
  createTime: time,
  computePlatform: choice(aws.ComputePlatform),
  trafficRoutingConfig: members({
    type: choice(aws.TrafficRoutingType),
    timeBasedCanary: members({ canaryPercentage: count, canaryInterval: count }),
    timeBasedLinear: members({ linearPercentage: count, linearInterval: count }),
  } satisfies Members<aws.TrafficRoutingConfig>),
  zonalConfig: members({
    firstZoneMonitorDurationInSeconds: count,
    monitorDurationInSeconds: count,
    minimumHealthyHostsPerZone: members({ type: choice(aws.MinimumHealthyHostsPerZoneType), value: count }),
  } satisfies Members<aws.ZonalConfig>),
} satisfies Members<aws.DeploymentConfigInfo>);
