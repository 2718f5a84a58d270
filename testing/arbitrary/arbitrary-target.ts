import * as aws from "@aws-sdk/client-codedeploy";
import type { Members, Value } from "./arbitrary-values.ts";
import { choice, count, listOf, members, record, text, time } from "./arbitrary-values.ts";

/** The ids under which the targets of a made-up deployment are listed. */
export const TARGET_IDS = ["i-0a1b2c3d4e5f60718", "prod:orders", "<b>hostile</b>\u202E"] as const;

const event = members({
  lifecycleEventName: text("ApplicationStop", "BeforeInstall", "ValidateService", "AllowTraffic", "Install"),
  diagnostics: members({
    errorCode: choice(aws.LifecycleErrorCode),
    scriptName: text("scripts/start.sh"),
    message: text("Script at specified location failed with exit code 1"),
    logTail: text(
      "LifecycleEvent - ValidateService\nScript - scripts/start.sh\n[stdout]fine\n[stderr]\u001B[31mcurl: (22)\u001B[0m",
      "[stderr]",
    ),
  } satisfies Members<aws.Diagnostics>),
  startTime: time,
  endTime: time,
  status: choice(aws.LifecycleEventStatus),
} satisfies Members<aws.LifecycleEvent>);

const targetArn = text("arn:aws:ec2:us-east-1:123456789012:instance/i-0a1b2c3d4e5f60718");
const common = {
  deploymentId: text("d-74D35AS7C"),
  targetId: text(...TARGET_IDS),
  status: choice(aws.TargetStatus),
  lastUpdatedAt: time,
  lifecycleEvents: listOf(event),
};

const taskSet = members({
  identifer: text("ecs-svc/1234567890123456789"),
  desiredCount: count,
  pendingCount: count,
  runningCount: count,
  status: text("PRIMARY", "ACTIVE"),
  trafficWeight: count,
  targetGroup: members({ name: text("orders-blue") }),
  taskSetLabel: choice(aws.TargetLabel),
} satisfies Members<aws.ECSTaskSet>);

/** A target of BatchGetDeploymentTargets, also one whose type and member disagree. */
export const deploymentTarget: Value = record({
  deploymentTargetType: choice(aws.DeploymentTargetType),
  instanceTarget: members({
    ...common,
    targetArn,
    instanceLabel: choice(aws.TargetLabel),
  } satisfies Members<aws.InstanceTarget>),
  ecsTarget: members({
    ...common,
    targetArn,
    taskSetsInfo: listOf(taskSet),
  } satisfies Members<aws.ECSTarget>),
  lambdaTarget: members({
    ...common,
    targetArn,
    lambdaFunctionInfo: members({
      functionName: text("checkout"),
      functionAlias: text("live"),
      currentVersion: text("41"),
      targetVersion: text("42"),
      targetVersionWeight: count,
    } satisfies Members<aws.LambdaFunctionInfo>),
  } satisfies Members<aws.LambdaTarget>),
  cloudFormationTarget: members({
    ...common,
    resourceType: text("AWS::ECS::Service"),
    targetVersionWeight: count,
  } satisfies Members<aws.CloudFormationTarget>),
} satisfies Members<aws.DeploymentTarget>);
