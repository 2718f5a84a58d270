import * as v from "valibot";
import { ControlError } from "./control-error.ts";

/**
 * Reads the JSON body of a request to the control interface.
 * @throws ControlError that names every member that is wrong
 */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: string,
): v.InferOutput<Schema> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body || "{}");
  } catch {
    throw new ControlError("The body must be JSON.");
  }
  const result = v.safeParse(schema, parsed);
  if (result.success) return result.output;
  throw new ControlError(
    result.issues.map((issue) => `${v.getDotPath(issue) ?? "body"}: ${issue.message}`).join(" "),
  );
}
