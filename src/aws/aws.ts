import type { CredentialSource } from "../access/credentials.ts";
import type { Join } from "../aws-names/services.ts";
import type { Config } from "../config/schema.ts";
import type { AutoScaling } from "./autoscaling/operations.ts";
import type { CloudWatch } from "./cloudwatch/operations.ts";
import type { CodeDeploy } from "./codedeploy/operations.ts";
import type { Ecs } from "./ecs/operations.ts";
import type { Elb } from "./elb/operations.ts";
import type { Lambda } from "./lambda/operations.ts";
import type { Logs } from "./logs/operations.ts";
import { loadedOnce } from "../values/loaded-once.ts";
import { createService } from "./service.ts";
import type { Sts } from "./sts/operations.ts";

/** The AWS services that the app asks. Each is a chunk of its own, which is not part of what starts the app. */
export interface Aws {
  readonly codeDeploy: CodeDeploy;
  readonly sts: Sts;
  readonly cloudWatch: CloudWatch;
  readonly ecs: Ecs;
  readonly elb: Elb;
  readonly lambda: Lambda;
  readonly logs: Logs;
  readonly autoScaling: AutoScaling;
  /** Which joins config.json lists. What asks for another one is refused by the content security policy, at the latest. */
  readonly joins: readonly Join[];
}

/**
 * The services as configured. CodeDeploy's chunk starts to load with this call, the others with their first request.
 *
 * @param onRequest called as a request to CodeDeploy goes out
 */
export function createAws(config: Config, credentials: CredentialSource, onRequest?: () => void): Aws {
  const loadCodeDeploy = loadedOnce(async () => {
    const { codeDeployAttempt } = await import("./codedeploy/operations.ts");
    return codeDeployAttempt(config, credentials);
  });
  loadCodeDeploy().catch(() => {}); // Each operation awaits it and reports a failed load as its own.
  const loadSts = loadedOnce(async () => {
    const { stsAttempt } = await import("./sts/operations.ts");
    return stsAttempt(config, credentials);
  });
  const loadCloudWatch = loadedOnce(async () => {
    const { cloudWatchAttempt } = await import("./cloudwatch/operations.ts");
    return cloudWatchAttempt(config, credentials);
  });
  const loadEcs = loadedOnce(async () => {
    const { ecsAttempt } = await import("./ecs/operations.ts");
    return ecsAttempt(config, credentials);
  });
  const loadElb = loadedOnce(async () => {
    const { elbAttempt } = await import("./elb/operations.ts");
    return elbAttempt(config, credentials);
  });
  const loadLambda = loadedOnce(async () => {
    const { lambdaAttempt } = await import("./lambda/operations.ts");
    return lambdaAttempt(config, credentials);
  });
  const loadLogs = loadedOnce(async () => {
    const { logsAttempt } = await import("./logs/operations.ts");
    return logsAttempt(config, credentials);
  });
  const loadAutoScaling = loadedOnce(async () => {
    const { autoScalingAttempt } = await import("./autoscaling/operations.ts");
    return autoScalingAttempt(config, credentials);
  });
  return {
    codeDeploy: createService("codedeploy", config, credentials, loadCodeDeploy, onRequest),
    sts: createService("sts", config, credentials, loadSts),
    cloudWatch: createService("cloudwatch", config, credentials, loadCloudWatch),
    ecs: createService("ecs", config, credentials, loadEcs),
    elb: createService("elasticloadbalancing", config, credentials, loadElb),
    lambda: createService("lambda", config, credentials, loadLambda),
    logs: createService("logs", config, credentials, loadLogs),
    autoScaling: createService("autoscaling", config, credentials, loadAutoScaling),
    joins: config.joins ?? [],
  };
}
