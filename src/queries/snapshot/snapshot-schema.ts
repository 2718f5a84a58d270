import * as v from "valibot";
import { AnswerSchema } from "./answer-schemas.ts";
import { FailureSchema } from "./failure-schema.ts";

/** Says what a file is, whatever its version. */
export const FORMAT = "deploywatch-snapshot";
/** Changed where an older page would read a file wrongly; what is only new needs no other version. */
export const VERSION = 1;

const Time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((time) => Number.isFinite(Date.parse(time))),
);

/**
 * A snapshot: what one page of a deployment held when it was taken. The one source of the type, of the check on opening and of
 * `public/snapshot.schema.json`. Members that nobody knows are kept; those that are known must have their type.
 */
export const SnapshotSchema = v.looseObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  takenAt: Time,
  region: v.string(),
  deploymentId: v.string(),
  /** When AWS gave the last answer about the deployment, which may be long before. */
  answeredAt: v.optional(Time),
  /** Why the page was not being refreshed, where it was not. */
  failure: v.optional(v.looseObject({ ...FailureSchema.entries, failures: v.number() })),
  /** Which services beside CodeDeploy the page asked. */
  joins: v.array(v.string()),
  /** The changes of status that the page had seen. */
  transitions: v.array(
    v.looseObject({
      from: v.optional(v.string()),
      to: v.optional(v.string()),
      seenAtMs: v.number(),
      uncertaintyMs: v.number(),
    }),
  ),
  /** How many different texts of a kind were replaced by marks. */
  redacted: v.record(v.string(), v.number()),
  /** What is not in it that the page had, in words. */
  leftOut: v.array(v.string()),
  answers: v.array(AnswerSchema),
});

/** A snapshot as its file has it. */
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** One question that the page had asked, with its answer or why there was none. */
export type KeptAnswer = Snapshot["answers"][number];
