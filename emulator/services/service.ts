import type { AwsError } from "../access/aws-error.ts";
import type { ReceivedRequest } from "../http/received-request.ts";
import type { Reply } from "../http/reply.ts";
import type { EmulatorState } from "../state.ts";

/** A request to a service, once it is known which operation it names. */
export interface ServiceCall {
  readonly state: EmulatorState;
  readonly request: ReceivedRequest;
  readonly operation: string;
  readonly requestId: string;
  /** By how much the service takes its clock to be ahead, as a `clock-offset` fault says. */
  readonly clockOffsetMs: number;
}

/** An AWS service that the emulator stands in for. {@link jsonService} and {@link queryService} make one from its operations. */
export interface Service {
  /** The operation that a request names, or undefined when the request is for another service. */
  operationIn(request: ReceivedRequest): string | undefined;
  /** @throws AwsError for what AWS refuses */
  answer(call: ServiceCall): Promise<Reply>;
  /** A refusal in the service's protocol. */
  refuse(refusal: AwsError, requestId: string): Reply;
}
