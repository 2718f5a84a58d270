import type { Scenario } from "../timeline/scenario.ts";
import { ec2Created } from "./ec2/ec2-created.ts";
import { ec2Queued } from "./ec2/ec2-queued.ts";
import { ec2Rolling } from "./ec2/ec2-rolling.ts";
import { ec2Succeeded } from "./ec2/ec2-succeeded.ts";
import { ec2SucceededWithFailures } from "./ec2/ec2-succeeded-with-failures.ts";
import { ec2Failing } from "./ec2/ec2-failing.ts";
import { ec2FailureCounted } from "./ec2/ec2-failure-counted.ts";
import { ec2SameFailure } from "./ec2/ec2-same-failure.ts";
import { ec2ScriptErrors } from "./ec2/ec2-script-errors.ts";
import { ec2ApplicationStopFailed } from "./ec2/ec2-application-stop-failed.ts";
import { ec2AgentSilent } from "./ec2/ec2-agent-silent.ts";
import { ec2AllSkipped } from "./ec2/ec2-all-skipped.ts";
import { ec2NoInstances } from "./ec2/ec2-no-instances.ts";
import { ec2FailedWithoutReason } from "./ec2/ec2-failed-without-reason.ts";
import { ec2StartAfterComplete } from "./ec2/ec2-start-after-complete.ts";
import { ec2StoppedByHand } from "./ec2/ec2-stopped-by-hand.ts";
import { ec2AutoUpdate } from "./ec2/ec2-auto-update.ts";
import { ec2Fleet, ec2Fleet5000 } from "./ec2/ec2-fleet.ts";
import { ec2BlueGreen } from "./ec2/ec2-blue-green.ts";
import { ec2NoCapacity } from "./ec2/ec2-no-capacity.ts";
import { ec2BlueGreenReady } from "./ec2/ec2-blue-green-ready.ts";
import { ecsLinear } from "./ecs/ecs-linear.ts";
import { ecsOriginalKept } from "./ecs/ecs-original-kept.ts";
import { ecsReady } from "./ecs/ecs-ready.ts";
import { ecsStoppedByAlarm } from "./ecs/ecs-stopped-by-alarm.ts";
import {
  ecsContainerExits,
  ecsHealthCheckFails,
  ecsImageMissing,
  ecsTargetGroupUnused,
} from "./ecs/ecs-tasks-stop.ts";
import { ecsHookFailed } from "./ecs/ecs-hook-failed.ts";
import { ecsHookRefused } from "./ecs/ecs-hook-refused.ts";
import { cloudFormationBaking } from "./ecs/cloudformation-baking.ts";
import { lambdaCanary } from "./lambda/lambda-canary.ts";
import { lambdaHookSilent } from "./lambda/lambda-hook-silent.ts";
import { lambdaLinear } from "./lambda/lambda-linear.ts";
import { lambdaStoppedByAlarm } from "./lambda/lambda-stopped-by-alarm.ts";
import { everyMember } from "./odd/every-member.ts";
import { bare } from "./odd/bare.ts";
import { unknownValues } from "./odd/unknown-values.ts";
import { hostileTextEverywhere } from "./odd/hostile-text.ts";
import { ec2HostileLogs } from "./odd/ec2-hostile-logs.ts";
import { ec2StrangeTargets } from "./odd/ec2-strange-targets.ts";

/** Every scenario that can be started by its name. */
export const SCENARIOS: readonly Scenario[] = [
  ec2Created,
  ec2Queued,
  ec2Rolling,
  ec2Succeeded,
  ec2SucceededWithFailures,
  ec2Failing,
  ec2FailureCounted,
  ec2SameFailure,
  ec2ScriptErrors,
  ec2ApplicationStopFailed,
  ec2AgentSilent,
  ec2AllSkipped,
  ec2NoInstances,
  ec2FailedWithoutReason,
  ec2StartAfterComplete,
  ec2StoppedByHand,
  ec2AutoUpdate,
  ec2Fleet,
  ec2Fleet5000,
  ec2BlueGreen,
  ec2BlueGreenReady,
  ec2NoCapacity,
  ecsLinear,
  ecsReady,
  ecsOriginalKept,
  ecsStoppedByAlarm,
  ecsHookFailed,
  ecsHookRefused,
  ecsImageMissing,
  ecsContainerExits,
  ecsHealthCheckFails,
  ecsTargetGroupUnused,
  cloudFormationBaking,
  lambdaCanary,
  lambdaLinear,
  lambdaStoppedByAlarm,
  lambdaHookSilent,
  everyMember,
  bare,
  unknownValues,
  hostileTextEverywhere,
  ec2HostileLogs,
  ec2StrangeTargets,
];

/** Finds a scenario by its name. */
export function findScenario(name: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.name === name);
}

/** A scenario that is known to be there. */
export function requireScenario(name: string): Scenario {
  const scenario = findScenario(name);
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  return scenario;
}
