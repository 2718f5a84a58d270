import type { GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import type { Json } from "../codedeploy/deployment/deployment.ts";

/**
 * Keeps the response body of a command, because the SDK drops the members that it does not know.
 *
 * @returns the body as JSON, to be read after the command was sent
 */
export function captureBody(command: GetDeploymentCommand): { json(): Json } {
  let text = "";
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { response } = result;
      if (hasBytes(response)) text = new TextDecoder().decode(response.body);
      return result;
    },
    // Around `boundAnswers`, which has read the body, and within the SDK's own reading of it.
    { step: "deserialize", name: "captureBody" },
  );
  return { json: () => JSON.parse(text) };
}

function hasBytes(response: unknown): response is { body: Uint8Array } {
  return (
    typeof response === "object" &&
    response !== null &&
    "body" in response &&
    response.body instanceof Uint8Array
  );
}
