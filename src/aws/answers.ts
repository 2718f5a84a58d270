import type { MiddlewareStack } from "@smithy/types";
import type { Json, Plain } from "../codedeploy/deployment/deployment.ts";
import { AppError } from "../errors/app-error.ts";
import { isRecord } from "../values/is-record.ts";

/** No real answer comes near this; reading one that does would freeze the page. */
export const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Makes a client stop reading an answer as soon as more than 2 MiB of it have come, and refuse it. The body of every other
 * answer is kept as bytes, for `captureBody` and the SDK's own reading.
 *
 * @throws from `send`: AppError `malformed`
 */
export function boundAnswers<Input extends object, Output extends object>(client: {
  middlewareStack: MiddlewareStack<Input, Output>;
}): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (hasStream(response)) Object.assign(response, { body: await readBounded(response.body) });
      return result;
    },
    // Low priority: next to the network, before anybody reads the body.
    { step: "deserialize", priority: "low", name: "boundAnswers" },
  );
}

async function readBounded(body: BodyInit): Promise<Uint8Array> {
  // Node's own streams, which the doctor meets, come out as the web's.
  const reader = new Response(body).body?.getReader();
  // Not put together by a Blob, which browsers keep in another process and read back from there.
  let whole = new Uint8Array();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return whole;
    const longer = new Uint8Array(whole.length + value.length);
    if (longer.length > MAX_BYTES) {
      await reader?.cancel();
      throw new AppError("malformed", { detail: "The answer is longer than 2 MiB, so it was not read." });
    }
    longer.set(whole);
    longer.set(value, whole.length);
    whole = longer;
  }
}

function hasStream(response: unknown): response is { body: BodyInit } {
  return isRecord(response) && isRecord(response["body"]);
}

/**
 * Keeps the response body of a command, because the SDK drops the members that it does not know.
 *
 * @param command to be sent by a client that `boundAnswers` has seen
 * @param onSend called when the request is signed and about to go out; where it throws, it does not
 * @returns reads the body as JSON, after the command was sent
 * @throws from what is returned: a SyntaxError where the body is no JSON
 */
export function captureBody<Input extends object, Output extends object>(
  command: {
    middlewareStack: MiddlewareStack<Input, Output>;
  },
  onSend: () => void,
): () => Json {
  let bytes: Uint8Array | undefined;
  command.middlewareStack.add(
    (next) => async (args) => {
      onSend();
      const result = await next(args);
      const { response } = result;
      if (hasBytes(response)) bytes = response.body;
      return result;
    },
    // Around `boundAnswers`, which has read the body, and within the SDK's own reading of it.
    { step: "deserialize", name: "captureBody" },
  );
  return () => JSON.parse(new TextDecoder().decode(bytes));
}

function hasBytes(response: unknown): response is { body: Uint8Array } {
  return (
    typeof response === "object" &&
    response !== null &&
    "body" in response &&
    response.body instanceof Uint8Array
  );
}

/** SDK output as plain data: each `Date` becomes epoch milliseconds, and members that are absent stay absent. */
export function toPlain<T>(value: T): Plain<T>;
export function toPlain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map((item) => toPlain(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined && member !== null)
      .map(([name, member]) => [name, toPlain(member)]),
  );
}
