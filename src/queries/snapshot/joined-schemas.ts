import * as v from "valibot";

// What the page makes of the answers of other services. A member may be absent, and never null.

const text = v.optional(v.string());
const number = v.optional(v.number());

/** A service of ECS as it was. */
export const EcsServiceSchema = v.looseObject({
  taskSets: v.array(
    v.looseObject({
      id: text,
      deploymentId: text,
      taskDefinition: text,
      createdMs: number,
      desired: number,
      pending: number,
      running: number,
      stability: text,
      stabilitySinceMs: number,
    }),
  ),
  events: v.array(v.looseObject({ id: v.string(), atMs: v.number(), message: v.string() })),
});

/** A task that has stopped. */
export const StoppedTaskSchema = v.looseObject({
  arn: v.string(),
  startedBy: text,
  taskDefinition: text,
  createdMs: number,
  stoppedMs: number,
  stopCode: text,
  stoppedReason: text,
  containers: v.array(v.looseObject({ name: text, image: text, exitCode: number, reason: text })),
});

/** How a target of a target group was. */
export const TargetHealthSchema = v.looseObject({
  targetId: text,
  state: text,
  reason: text,
  description: text,
});

const ContainerSchema = v.looseObject({
  name: text,
  image: text,
  cpu: number,
  memory: number,
  memoryReservation: number,
  ports: v.array(v.string()),
  healthCheck: v.optional(
    v.looseObject({
      command: v.string(),
      interval: number,
      timeout: number,
      retries: number,
      startPeriod: number,
    }),
  ),
});

/** A task definition, as far as it is compared. */
export const TaskDefinitionSchema = v.looseObject({
  family: text,
  revision: number,
  cpu: text,
  memory: text,
  containers: v.array(ContainerSchema),
});

/** A version of a function, as far as it is compared. */
export const FunctionVersionSchema = v.looseObject({
  version: text,
  description: text,
  sha256: text,
  codeBytes: number,
  runtime: text,
  memoryMb: number,
  timeoutS: number,
});

/** What an Auto Scaling group did. */
export const ScalingActivitySchema = v.looseObject({
  id: v.string(),
  description: text,
  cause: text,
  status: text,
  message: text,
  startMs: number,
  endMs: number,
});

/** A line of a hook function's log. */
export const HookLogLineSchema = v.looseObject({ id: text, atMs: number, text: v.string() });
