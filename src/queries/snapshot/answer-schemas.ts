import * as v from "valibot";
import { readDeployment } from "../../aws/codedeploy/heard-answers.ts";
import type { KeptType } from "../../aws/kept-answers.ts";
import { withoutNulls, wrongKept } from "../../aws/kept-answers.ts";
import type { AlarmChange, AlarmsByKind } from "../../codedeploy/alarms/alarm.ts";
import type { Deployment, Json } from "../../codedeploy/deployment/deployment.ts";
import type { DeploymentGroup } from "../../codedeploy/group/deployment-group.ts";
import type { DeploymentConfigInfo } from "../../codedeploy/settings/deployment-config.ts";
import { isRecord } from "../../values/is-record.ts";
import {
  EcsServiceSchema,
  FunctionVersionSchema,
  HookLogLineSchema,
  ScalingActivitySchema,
  StoppedTaskSchema,
  TargetHealthSchema,
  TaskDefinitionSchema,
} from "./joined-schemas.ts";
import { FailureSchema } from "./failure-schema.ts";
import { TargetsSchema } from "./targets-schema.ts";

/** Plain data in the form of one of AWS's types, which AWS's own schema describes. */
function ofAws<Type>(type: KeptType) {
  return v.pipe(
    v.custom<Type>(isRecord, "an object in braces"),
    v.rawCheck(({ dataset, addIssue }) => {
      const wrong = dataset.typed ? wrongKept(type, dataset.value) : undefined;
      if (wrong !== undefined) addIssue({ message: wrong });
    }),
    v.transform((value) => withoutNulls(value)),
  );
}

/** The body of an answer of GetDeployment, as AWS sent it. */
const DeploymentBody = v.pipe(
  v.custom<Json>(isRecord, "an object in braces"),
  v.rawCheck(({ dataset, addIssue }) => {
    const read = readDeployment(dataset.typed ? dataset.value : undefined);
    if ("wrong" in read) addIssue({ message: read.wrong });
  }),
);

const AlarmsSchema: v.GenericSchema<unknown, AlarmsByKind> = v.looseObject({
  metric: v.array(ofAws<AlarmsByKind["metric"][number]>("MetricAlarm")),
  composite: v.array(ofAws<AlarmsByKind["composite"][number]>("CompositeAlarm")),
  log: v.array(ofAws<AlarmsByKind["log"][number]>("LogAlarm")),
});

const of = v.array(v.union([v.string(), v.number(), v.boolean(), v.null()]));
const failure = v.optional(FailureSchema);

/** One question, by the key that it has in `src/queries`: its first word, and what follows. */
function question<Name extends string, Schema extends v.GenericSchema>(about: Name, answer: Schema) {
  return v.looseObject({ about: v.literal(about), of, answer: v.optional(answer), failure });
}

/** The question for what a hook function wrote. */
export const HOOK_LOG = "hook-log";

/** The questions that a snapshot keeps. One that is not among them is not kept. */
const QUESTIONS = [
  question("deployment", DeploymentBody),
  question("targets", TargetsSchema),
  question("deployment-config", ofAws<DeploymentConfigInfo>("DeploymentConfigInfo")),
  question("deployment-group", ofAws<DeploymentGroup>("DeploymentGroupInfo")),
  question("group-history", v.array(ofAws<Deployment>("DeploymentInfo"))),
  question("alarms", AlarmsSchema),
  question("alarm-history", v.array(ofAws<AlarmChange>("AlarmHistoryItem"))),
  question("ecs-service", EcsServiceSchema),
  question("stopped-tasks", v.array(StoppedTaskSchema)),
  question("target-groups", v.array(v.looseObject({ name: v.string(), arn: v.string() }))),
  question("target-health", v.array(TargetHealthSchema)),
  question("application-revision", v.nullable(v.string())),
  question("task-definition", TaskDefinitionSchema),
  question("function-version", FunctionVersionSchema),
  question("scaling-activities", v.array(ScalingActivitySchema)),
  question(HOOK_LOG, v.array(HookLogLineSchema)),
] as const;

const NAMES: ReadonlySet<string> = new Set(QUESTIONS.map(({ entries }) => entries.about.literal));

/** Whether answers to questions of this name are kept. */
export function isKept(about: string): boolean {
  return NAMES.has(about);
}

/** A question with its answer. One that a newer page has kept is left alone. */
export const AnswerSchema = v.variant("about", [
  ...QUESTIONS,
  v.looseObject({
    about: v.pipe(
      v.string(),
      v.check((about) => !isKept(about)),
    ),
    of,
    answer: v.optional(v.unknown()),
    failure,
  }),
]);
