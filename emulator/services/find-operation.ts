import { AwsError } from "../access/aws-error.ts";
import { ownEntry } from "../own-entry.ts";

/** The operations of a service: those that the emulator has, and the names of all that AWS has. */
export interface OperationTable<Operation> {
  /** The service's name for people. */
  readonly title: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly allNames: ReadonlySet<string>;
}

/**
 * Finds an operation in a service's table.
 * @param unknownType the type of the refusal when neither the emulator nor AWS has it
 * @throws AwsError which says whether it is AWS that lacks the operation, or only the emulator
 */
export function findOperation<Operation>(
  { title, operations, allNames }: OperationTable<Operation>,
  name: string,
  unknownType = "UnknownOperationException",
): Operation {
  const operation = ownEntry(operations, name);
  if (operation) return operation;
  if (!allNames.has(name)) {
    throw new AwsError(unknownType, `The operation ${JSON.stringify(name)} is not known.`);
  }
  throw new AwsError(
    "OperationNotInEmulator",
    `AWS has ${title}'s ${name}; this emulator lacks it. It has ${Object.keys(operations).join(", ")}.`,
    501,
  );
}
