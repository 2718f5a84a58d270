import { NormalizedSchema } from "@smithy/core/schema";
import { getSmithyContext } from "@smithy/core/transport";
import type { MiddlewareStack, SchemaRef } from "@smithy/types";
import { AppError } from "../errors/app-error.ts";
import { isRecord } from "../values/is-record.ts";

/**
 * Makes a client refuse answers whose members have another type than AWS's model gives them. The SDK passes a
 * string through where a list belongs, and the page would break on it.
 *
 * @throws from `send`: AppError `malformed`, which names the first such member
 */
export function refuseWrongTypes<Input extends object, Output extends object>(client: {
  middlewareStack: MiddlewareStack<Input, Output>;
}): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const schema: unknown = getSmithyContext(context)["operationSchema"];
      const output: SchemaRef | undefined = Array.isArray(schema) ? schema[5] : undefined;
      const path = output && wrongMember(NormalizedSchema.of(output), result.output, "answer");
      if (path !== undefined) throw new AppError("malformed", { detail: `${path} has a wrong type.` });
      return result;
    },
    { step: "initialize", name: "refuseWrongTypes" },
  );
}

/**
 * The path of the first member with a wrong type. Absent members are right, and so are unknown enum values.
 *
 * @param isTime whether a value is a time: a `Date` as the SDK makes them, or a number on the wire
 */
export function wrongMember(
  schema: NormalizedSchema,
  value: unknown,
  path: string,
  isTime: (value: unknown) => boolean = isDate,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return path;
    const item = schema.getValueSchema();
    return firstOf(value, (each, index) => wrongMember(item, each, `${path}[${index}]`, isTime));
  }
  if (schema.isStructSchema()) {
    if (!isRecord(value)) return path;
    return firstOf([...schema.structIterator()], ([name, member]) =>
      wrongMember(member, value[name], `${path}.${name}`, isTime),
    );
  }
  if (schema.isMapSchema()) {
    if (!isRecord(value)) return path;
    const entry = schema.getValueSchema();
    return firstOf(Object.entries(value), ([name, each]) =>
      wrongMember(entry, each, `${path}.${name}`, isTime),
    );
  }
  if (schema.isTimestampSchema()) return isTime(value) ? undefined : path;
  return isRightScalar(schema, value) ? undefined : path;
}

function isDate(value: unknown): boolean {
  return value instanceof Date;
}

function isRightScalar(schema: NormalizedSchema, value: unknown): boolean {
  if (schema.isStringSchema()) return typeof value === "string";
  if (schema.isBooleanSchema()) return typeof value === "boolean";
  if (schema.isNumericSchema()) return typeof value === "number";
  return true;
}

function firstOf<Item>(
  items: readonly Item[],
  pathOf: (item: Item, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const path = pathOf(item, index);
    if (path !== undefined) return path;
  }
  return undefined;
}
