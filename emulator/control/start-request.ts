import * as v from "valibot";

const milliseconds = v.pipe(v.number(), v.finite());

/** The body of `POST /_emulator/deployments`. */
export const startRequestSchema = v.strictObject({
  scenario: v.string(),
  region: v.exactOptional(v.string()),
  deploymentId: v.exactOptional(v.pipe(v.string(), v.regex(/^d-[A-Z0-9]{9}$/))),
  /** Where in the scenario it stands: milliseconds since its creation… */
  atMs: v.exactOptional(milliseconds),
  /** …or one of the scenario's named moments. */
  moment: v.exactOptional(v.string()),
  /** Whether its clock runs; it stands still unless told otherwise. */
  runs: v.exactOptional(v.boolean()),
  speed: v.exactOptional(milliseconds),
  createdAgoMs: v.exactOptional(milliseconds),
  /** How many earlier deployments of its group there are, one a day. */
  pastRuns: v.exactOptional(v.number()),
});

export type StartRequest = v.InferOutput<typeof startRequestSchema>;

/** The body of `POST /_emulator/deployments/:id/clock`. */
export const clockRequestSchema = v.strictObject({
  advanceMs: v.exactOptional(milliseconds),
  atMs: v.exactOptional(milliseconds),
  moment: v.exactOptional(v.string()),
  runs: v.exactOptional(v.boolean()),
  speed: v.exactOptional(milliseconds),
});

export type ClockRequest = v.InferOutput<typeof clockRequestSchema>;
