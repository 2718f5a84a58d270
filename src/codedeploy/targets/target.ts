import type {
  DeploymentTarget,
  DeploymentTargetType,
  ECSTaskSet,
  LambdaFunctionInfo,
  TargetStatus,
} from "@aws-sdk/client-codedeploy";
import { present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";
import type { DeploymentRef, Plain } from "../deployment/deployment.ts";
import { moment } from "../deployment/timing.ts";
import type { LifecycleEvent } from "./lifecycle-event.ts";
import { toLifecycleEvent } from "./lifecycle-event.ts";

/** One target of a deployment, whatever its platform. Only `id` and the lists are always there. */
export interface Target {
  /** As ListDeploymentTargets names it: an instance id, a function, a service, a stack. */
  id: string;
  /** A `TargetStatus`, or a value that we do not know. */
  status: string | undefined;
  /** `Blue` (original) or `Green` (replacement) of an instance, or a value that we do not know. */
  label: string | undefined;
  /** Epoch milliseconds. */
  lastUpdatedMs: number | undefined;
  arn: string | undefined;
  /** In the order in which AWS sent them. */
  events: LifecycleEvent[];
  facts: TargetFacts;
}

/** What only one type of target has. */
export type TargetFacts =
  | { kind: "instance" }
  /** AWS spells a task set's id `identifer`. Weights are percent, 0 to 100. */
  | { kind: "ecs"; taskSets: TaskSet[] }
  /** `targetVersionWeight` is a fraction, 0 to 1. */
  | { kind: "lambda"; lambdaFunction: LambdaFunctionInfo }
  | { kind: "cloudformation"; resourceType: string | undefined; weight: number | undefined }
  /** A type that this version does not know; all that is left of it is its name. */
  | { kind: "unknown"; typeName: string | undefined };

export type TaskSet = Plain<ECSTaskSet>;

type WireTarget = Plain<DeploymentTarget>;

interface Reading {
  /** The members that all types have; a stack has no ARN, and only an instance has a label. */
  common: Plain<{ [Key in CommonKey]?: NonNullable<DeploymentTarget["instanceTarget"]>[Key] }>;
  facts: TargetFacts;
}

type CommonKey = "status" | "lastUpdatedAt" | "lifecycleEvents" | "targetArn" | "instanceLabel";

const READERS: Readonly<Record<DeploymentTargetType, (wire: WireTarget) => Reading | undefined>> = {
  InstanceTarget: ({ instanceTarget }) =>
    instanceTarget && { common: instanceTarget, facts: { kind: "instance" } },
  ECSTarget: ({ ecsTarget }) =>
    ecsTarget && { common: ecsTarget, facts: { kind: "ecs", taskSets: present(ecsTarget.taskSetsInfo) } },
  LambdaTarget: ({ lambdaTarget }) =>
    lambdaTarget && {
      common: lambdaTarget,
      facts: { kind: "lambda", lambdaFunction: lambdaTarget.lambdaFunctionInfo ?? {} },
    },
  CloudFormationTarget: ({ cloudFormationTarget }) =>
    cloudFormationTarget && {
      common: cloudFormationTarget,
      facts: {
        kind: "cloudformation",
        resourceType: cloudFormationTarget.resourceType,
        weight: cloudFormationTarget.targetVersionWeight,
      },
    },
};

/**
 * A target of BatchGetDeploymentTargets as plain data, read by the member that is really there. `id` is the
 * one that the target was listed under, which the answer does not always repeat. A target of a type that nobody
 * knows yet is kept, with the name of its type.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentTarget.html
 */
export function toTarget(id: string, wire: WireTarget): Target {
  const named = lookUp(READERS, wire.deploymentTargetType)?.(wire);
  const { common, facts } = named ?? anyReading(wire) ?? unknownReading(wire);
  return {
    id,
    status: common.status || undefined,
    label: common.instanceLabel || undefined,
    lastUpdatedMs: moment(common.lastUpdatedAt),
    arn: common.targetArn || undefined,
    events: present(common.lifecycleEvents).map((event) => toLifecycleEvent(event)),
    facts,
  };
}

function anyReading(wire: WireTarget): Reading | undefined {
  for (const read of Object.values(READERS)) {
    const reading = read(wire);
    if (reading) return reading;
  }
  return undefined;
}

function unknownReading({ deploymentTargetType }: WireTarget): Reading {
  return { common: {}, facts: { kind: "unknown", typeName: deploymentTargetType } };
}

/** The id that AWS's answer itself gives a target; `undefined` where it gives none. */
export function wireTargetId(wire: WireTarget): string | undefined {
  const { instanceTarget, ecsTarget, lambdaTarget, cloudFormationTarget } = wire;
  return (instanceTarget ?? ecsTarget ?? lambdaTarget ?? cloudFormationTarget)?.targetId || undefined;
}

/** Which page of a deployment's target ids to ask for. */
export interface TargetPageInput extends DeploymentRef {
  /** Only targets with this status; all of them where absent. */
  status?: TargetStatus;
  /** As the page before gave it; the first page where absent. */
  nextToken?: string;
}

/** What ListDeploymentTargets says: a page of ids, or that there are none yet. */
export type TargetPage =
  | { kind: "not-started" }
  /** `nextToken` is absent on the last page. */
  | { kind: "ids"; ids: string[]; nextToken: string | undefined };
