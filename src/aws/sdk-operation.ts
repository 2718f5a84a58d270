import type { Client, Command, MetadataBearer } from "@smithy/types";
import type { Json } from "../codedeploy/deployment/deployment.ts";
import { captureBody } from "./answers.ts";

/** An operation of a service that the AWS SDK has a client for. */
interface SdkOperation<SdkClient, Input, Output, Result> {
  /** One request, and the SDK's own answer or error. */
  send(client: SdkClient, input: Input, signal?: AbortSignal): Promise<Output>;
  /** One request, and its answer as plain data. The client keeps the body as bytes, as `boundAnswers` makes it. */
  ask(client: SdkClient, input: Input, signal: AbortSignal): Promise<Result>;
}

/**
 * One line of a service's table of operations.
 *
 * @param line.command the SDK's command for an input
 * @param line.result the plain result; `body` is the answer as AWS sent it, with the members that the SDK does not know
 * @param line.refusal the result that an exception stands for; `undefined` where it is an error
 */
export function sdkOperation<
  ClientInput extends object,
  CommandInput extends ClientInput,
  ClientOutput extends MetadataBearer,
  Output extends ClientOutput,
  ClientConfig,
  Input,
  Result,
>(line: {
  command: (input: Input) => Command<ClientInput, CommandInput, ClientOutput, Output, ClientConfig>;
  result: (output: Output, input: Input, body: () => Json) => Result;
  refusal?: (error: unknown) => Result | undefined;
}): SdkOperation<Client<ClientInput, ClientOutput, ClientConfig>, Input, Output, Result> {
  return {
    send: (client, input, abortSignal) => client.send(line.command(input), { abortSignal }),
    async ask(client, input, abortSignal) {
      const command = line.command(input);
      const body = captureBody(command);
      try {
        return line.result(await client.send(command, { abortSignal }), input, body);
      } catch (error) {
        const result = line.refusal?.(error);
        if (result === undefined) throw error;
        return result;
      }
    },
  };
}
