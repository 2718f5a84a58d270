import type { Client, Command, MetadataBearer, RequestSigner } from "@smithy/types";
import type { Json } from "../codedeploy/deployment/deployment.ts";
import type { CredentialSource } from "../access/credentials.ts";
import type { AwsService } from "../aws-names/services.ts";
import { endpointFor } from "../config/endpoints.ts";
import type { Config } from "../config/schema.ts";
import { boundAnswers, captureBody } from "./answers.ts";
import { refuseWrongTypes } from "./refuse-wrong-types.ts";
import type { Askable, Attempts, OperationKind, Operations } from "./service.ts";

const REQUEST_TIMEOUT_MS = 10_000;

/** An operation of a service that the AWS SDK has a client for. */
interface SdkOperation<SdkClient, Input, Output, Result> {
  readonly kind: OperationKind;
  /** One request, and the SDK's own answer or error. */
  send(client: SdkClient, input: Input, signal?: AbortSignal): Promise<Output>;
  /** One request, and its answer as plain data. The client keeps the body as bytes, as `boundAnswers` makes it. */
  ask(client: SdkClient, input: Input, signal: AbortSignal, onSend?: () => void): Promise<Result>;
}

/**
 * One line of a service's table of operations.
 *
 * @param line.kind whether it is an `action`; a `read` where absent
 * @param line.command the SDK's command for an input, or a promise of it where its code loads with the first request
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
  kind?: OperationKind;
  command: (
    input: Input,
  ) =>
    | Command<ClientInput, CommandInput, ClientOutput, Output, ClientConfig>
    | Promise<Command<ClientInput, CommandInput, ClientOutput, Output, ClientConfig>>;
  result: (output: Output, input: Input, body: () => Json) => Result;
  refusal?: (error: unknown) => Result | undefined;
}): SdkOperation<Client<ClientInput, ClientOutput, ClientConfig>, Input, Output, Result> {
  return {
    kind: line.kind ?? "read",
    send: async (client, input, abortSignal) => client.send(await line.command(input), { abortSignal }),
    async ask(client, input, abortSignal, onSend) {
      const command = await line.command(input);
      const body = captureBody(command, () => {
        // What was given up while it waited for credentials must not go out behind somebody's back.
        abortSignal.throwIfAborted();
        onSend?.();
      });
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

/** A line of a table whose operation loads with its first request. */
export function laterOperation<SdkClient, Input, Output, Result>(
  kind: OperationKind,
  load: () => Promise<SdkOperation<SdkClient, Input, Output, Result>>,
): SdkOperation<SdkClient, Input, Output, Result> {
  return {
    kind,
    send: async (client, input, signal) => (await load()).send(client, input, signal),
    ask: async (client, input, signal, onSend) => (await load()).ask(client, input, signal, onSend),
  };
}

/** What a client of the SDK is made with. */
interface ClientOptions {
  region: string;
  credentials: CredentialSource["provide"];
  maxAttempts: number;
  requestHandler: { requestTimeout: number; credentials: "omit" };
  endpoint: string;
  signer?: RequestSigner;
}

/**
 * Attempts at a table's operations over the SDK: a client for each Region, all with the same credentials.
 *
 * @param table made of {@link sdkOperation}s
 * @param createClient makes a client of the service with these options
 */
export function sdkAttempt<
  Table extends Operations,
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  SdkClient extends Pick<Client<ClientInput, ClientOutput, unknown>, "middlewareStack">,
>(
  service: AwsService,
  table: Askable<Table, SdkClient>,
  createClient: (options: ClientOptions) => SdkClient,
  config: Config,
  credentials: CredentialSource,
): Attempts<Table> {
  const clients = new Map<string, SdkClient>();
  function clientFor(region: string): SdkClient {
    const known = clients.get(region);
    if (known) return known;
    const client = createClient({
      region,
      // `memoized` keeps the SDK from holding a copy of its own, which it would not give up when AWS refuses it.
      credentials: Object.assign(() => credentials.provide(), { memoized: true }),
      maxAttempts: 1,
      // No `cache: "no-store"`: a POST is never cached, and Chromium would take it to mean the preflight as well and
      // ask for one before every request.
      requestHandler: { requestTimeout: REQUEST_TIMEOUT_MS, credentials: "omit" },
      endpoint: endpointFor(config, service, region),
      ...(credentials.signer && { signer: credentials.signer }),
    });
    boundAnswers(client);
    refuseWrongTypes(client);
    clients.set(region, client);
    return client;
  }
  return {
    kindOf: (name) => table[name].kind,
    attempt: (name, input, signal, onSend) => table[name].ask(clientFor(input.region), input, signal, onSend),
  };
}
