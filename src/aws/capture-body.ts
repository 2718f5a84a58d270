import type { GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import { AppError } from "../domain/app-error.ts";
import type { Json } from "../domain/deployment.ts";

/** No real answer comes near this; one that does would freeze the page. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Keeps the response body of a command, because the SDK drops the members that it does not know.
 *
 * @returns the body as JSON, to be read after the command was sent
 * @throws from `send`: AppError `malformed` when the body is longer than 2 MiB
 */
export function captureBody(command: GetDeploymentCommand): { json(): Json } {
  let text = "";
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (!hasStream(response)) return result;
      const bytes = new Uint8Array(await new Response(response.body).arrayBuffer());
      if (bytes.length > MAX_BYTES) {
        throw new AppError("malformed", {
          detail: `The answer is ${bytes.length.toLocaleString()} bytes long.`,
        });
      }
      text = new TextDecoder().decode(bytes);
      Object.assign(response, { body: bytes });
      return result;
    },
    // Low priority: next to the network, before the SDK reads the body.
    { step: "deserialize", priority: "low", name: "captureBody" },
  );
  return { json: () => JSON.parse(text) };
}

function hasStream(response: unknown): response is { body: ReadableStream } {
  return (
    typeof response === "object" &&
    response !== null &&
    "body" in response &&
    response.body instanceof ReadableStream
  );
}
