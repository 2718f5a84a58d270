import { authorize } from "../access/roles.ts";
import { verifySignature } from "../access/signature.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { findOperation, JsonInput, jsonService } from "./json-protocol.ts";
import type { Service } from "./service.ts";

/** A call whose signature was found good. */
export interface SignedCall {
  readonly input: JsonInput;
  readonly region: string;
  readonly deployments: Deployments;
}

/** One operation of a signed service. */
export interface SignedOperation {
  /** The output as it goes on the wire. */
  readonly answer: (call: SignedCall) => object;
  /** Does AWS let a policy narrow its action to resources? */
  readonly canBeNarrowed: boolean;
}

interface SignedServiceOptions {
  /** As in the scope of signatures. */
  readonly name: string;
  /** Before the colon of actions, where that is another: CloudWatch signs for `monitoring`. */
  readonly iamPrefix?: string;
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  readonly operations: Readonly<Record<string, SignedOperation>>;
  /** The ARNs of what a call needs permission for. */
  readonly resourcesOf: (call: SignedCall) => readonly string[];
}

/** A service that checks in AWS's order: who is it, may they, is the input good. */
export function signedJsonService({
  name,
  iamPrefix = name,
  target,
  operations,
  resourcesOf,
}: SignedServiceOptions): Service {
  return jsonService(target, ({ state, request, operation: operationName, clockOffsetMs }) => {
    const caller = verifySignature(request, name, state.credentials, state.now(), clockOffsetMs);
    const { answer, canBeNarrowed } = findOperation(operations, operationName);
    const call: SignedCall = {
      input: new JsonInput(request.body),
      region: caller.region,
      deployments: state.deployments,
    };
    for (const resource of resourcesOf(call)) {
      authorize(caller.credentials.session, state.roles, {
        action: `${iamPrefix}:${operationName}`,
        resource,
        canBeNarrowed,
      });
    }
    return answer(call);
  });
}
