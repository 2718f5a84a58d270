import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { AppError } from "../errors/app-error.ts";

/** No real answer comes near this; one that does would freeze the page. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Makes a client refuse answers that are longer than 2 MiB, as soon as they are. The body of every other answer is there as
 * bytes for those that read it.
 *
 * @throws from `send`: AppError `malformed`
 */
export function boundAnswers(client: CodeDeployClient): void {
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

async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_BYTES) {
      await reader.cancel();
      throw new AppError("malformed", { detail: "The answer is longer than 2 MiB, so it was not read." });
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}

function hasStream(response: unknown): response is { body: ReadableStream<Uint8Array> } {
  return (
    typeof response === "object" &&
    response !== null &&
    "body" in response &&
    response.body instanceof ReadableStream
  );
}
