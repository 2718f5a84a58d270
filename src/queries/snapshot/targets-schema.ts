import * as v from "valibot";
import { isTargetFacts } from "../../aws/codedeploy/heard-answers.ts";
import type { TargetEntry, TargetList } from "../../codedeploy/targets/target-list.ts";
import type { Target, TargetFacts } from "../../codedeploy/targets/target.ts";
import { isRecord } from "../../values/is-record.ts";
import { withoutNulls } from "../../aws/kept-answers.ts";
import { appErrorFrom, FailureSchema, failureOf } from "./failure-schema.ts";

const text = v.optional(v.string());
const number = v.optional(v.number());

const EventSchema = v.looseObject({
  name: v.string(),
  status: text,
  startMs: number,
  endMs: number,
  diagnostics: v.optional(v.looseObject({ errorCode: text, scriptName: text, message: text, logTail: text })),
});

const TargetSchema = v.looseObject({
  id: v.string(),
  status: text,
  label: text,
  lastUpdatedMs: number,
  arn: text,
  events: v.array(EventSchema),
  /** What only one type of target has: task sets, a function's versions. */
  facts: v.pipe(
    v.custom<TargetFacts>(isTargetFacts, "the facts of a target of one kind"),
    v.transform((facts) => withoutNulls(facts)),
  ),
});

const EntrySchema = v.variant("kind", [
  v.looseObject({ kind: v.literal("unread"), id: v.string() }),
  v.looseObject({ kind: v.literal("read"), target: TargetSchema }),
  v.looseObject({ kind: v.literal("gone"), id: v.string(), last: v.optional(TargetSchema) }),
]);

/** The targets of a deployment, in the order in which AWS listed them. */
export const TargetsSchema = v.looseObject({
  stage: v.picklist(["unknown", "not-started", "listed"]),
  targets: v.array(EntrySchema),
  listError: v.optional(FailureSchema),
  detailsError: v.optional(FailureSchema),
});

/** A list of targets as a file has it. */
export type KeptTargets = v.InferOutput<typeof TargetsSchema>;

/** Whether an answer that has been checked is a list of targets. */
export function isKeptTargets(answer: unknown): answer is KeptTargets {
  return isRecord(answer) && Array.isArray(answer["targets"]) && typeof answer["stage"] === "string";
}

/** The list as a file has it. */
export function keptTargets(list: TargetList): object {
  const { stage, ids, entries, listError, detailsError } = list;
  return {
    stage,
    targets: ids.map((id) => {
      const entry = entries.get(id);
      if (entry?.kind === "read") return { kind: "read", target: entry.target };
      if (entry?.kind === "gone") return { kind: "gone", id, last: entry.last };
      return { kind: "unread", id };
    }),
    ...(listError && { listError: failureOf(listError) }),
    ...(detailsError && { detailsError: failureOf(detailsError) }),
  };
}

/** The list as the page has it. Of several entries with one id the last one counts. */
export function targetListOf({ stage, targets, listError, detailsError }: KeptTargets): TargetList {
  const entries = new Map(
    targets.map((entry): [string, TargetEntry] => {
      if (entry.kind === "read") return [entry.target.id, { kind: "read", target: targetOf(entry.target) }];
      if (entry.kind === "gone")
        return [entry.id, { kind: "gone", last: entry.last && targetOf(entry.last) }];
      return [entry.id, { kind: "unread" }];
    }),
  );
  return {
    stage,
    ids: [...entries.keys()],
    entries,
    listError: listError && appErrorFrom(listError),
    detailsError: detailsError && appErrorFrom(detailsError),
  };
}

function targetOf({
  id,
  status,
  label,
  lastUpdatedMs,
  arn,
  events,
  facts,
}: v.InferOutput<typeof TargetSchema>): Target {
  return {
    id,
    status,
    label,
    lastUpdatedMs,
    arn,
    facts,
    events: events.map(({ name, status: eventStatus, startMs, endMs, diagnostics }) => ({
      name,
      status: eventStatus,
      startMs,
      endMs,
      diagnostics: diagnostics && {
        errorCode: diagnostics.errorCode,
        scriptName: diagnostics.scriptName,
        message: diagnostics.message,
        logTail: diagnostics.logTail,
      },
    })),
  };
}
