import * as v from "valibot";
import type { EmulatorState } from "../state.ts";

/** A request to the control interface, as its handler sees it. */
interface ControlRequest {
  readonly state: EmulatorState;
  readonly body: string;
  readonly query: URLSearchParams;
  /** What the path's group matched, decoded. */
  readonly parameter: string;
}

/** One entry of the control interface. Its path is below `/_emulator`; its answer goes out as JSON. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: RegExp;
  answer(request: ControlRequest): object;
}

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

/** A request to the control interface that makes no sense; the message tells its author why. */
export class ControlError extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = "ControlError";
    this.status = status;
  }
}
