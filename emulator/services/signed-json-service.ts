import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticOperationSchema } from "@smithy/types";
import { authorize, authorizeAny } from "../access/roles.ts";
import { verifySignature } from "../access/signature.ts";
import type { Deployments } from "../deployments/deployments.ts";
import type { OperationTable } from "./find-operation.ts";
import { findOperation } from "./find-operation.ts";
import { JsonInput } from "./json-input.ts";
import type { JsonVersion } from "./json-protocol.ts";
import { jsonService } from "./json-protocol.ts";
import type { Service } from "./service.ts";
import { writeJson } from "./write-json.ts";

/** A call whose signature was found good. */
export interface SignedCall {
  readonly input: JsonInput;
  readonly region: string;
  readonly deployments: Deployments;
}

/** What a call needs permission for, as ARNs: never nothing, so that no call goes without being judged. */
export type Resources = readonly [string, ...string[]];

/** One operation of a signed service. */
export interface SignedOperation {
  /** Its shapes in the API model: they say which members of its input there are, and which of its output are times. */
  readonly schema: StaticOperationSchema;
  /** The output as it goes on the wire. */
  readonly answer: (call: SignedCall) => object;
  readonly resources: (call: SignedCall) => Resources;
  /** Does AWS let a policy narrow its action to deployment groups? */
  readonly canBeNarrowed: boolean;
  /** What a role needs besides, for operations that lead to others. */
  readonly alsoNeeds?: (call: SignedCall) => readonly NeededAction[];
}

/** One of some actions, by their names without the service's. */
export interface NeededAction {
  readonly anyOf: readonly [string, ...string[]];
  readonly resource: string;
}

interface SignedServiceOptions extends OperationTable<SignedOperation> {
  /** As in the scope of signatures. */
  readonly name: string;
  /** Before the colon of actions, where that is another: CloudWatch signs for `monitoring`. */
  readonly iamPrefix?: string;
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  /** 1.1 unless told otherwise. */
  readonly jsonVersion?: JsonVersion;
}

/** A service that checks in AWS's order: who is it, may they, is the input good. */
export function signedJsonService({
  name,
  iamPrefix = name,
  target,
  jsonVersion = "1.1",
  ...table
}: SignedServiceOptions): Service {
  return jsonService({
    target,
    version: jsonVersion,
    answer: ({ state, request, operation: operationName, clockOffsetMs }) => {
      const caller = verifySignature(request, name, state.credentials, state.now(), clockOffsetMs);
      const { schema, answer, resources, canBeNarrowed, alsoNeeds } = findOperation(table, operationName);
      const [, , , , inputSchema, outputSchema] = schema;
      const call: SignedCall = {
        input: JsonInput.read(request.body, memberNames(NormalizedSchema.of(inputSchema))),
        region: caller.region,
        deployments: state.deployments,
      };
      for (const resource of resources(call)) {
        authorize(caller.credentials.session, state.roles, {
          action: `${iamPrefix}:${operationName}`,
          resource,
          canBeNarrowed,
        });
      }
      for (const { anyOf, resource } of alsoNeeds?.(call) ?? []) {
        const actions = anyOf.map((action) => `${iamPrefix}:${action}`);
        authorizeAny(caller.credentials.session, state.roles, actions, resource);
      }
      return writeJson(answer(call), NormalizedSchema.of(outputSchema));
    },
  });
}

function memberNames(shape: NormalizedSchema): string[] {
  return [...shape.structIterator()].map(([name]) => name);
}
