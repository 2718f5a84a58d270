import * as sdk from "@aws-sdk/client-codedeploy";
import { NormalizedSchema } from "@smithy/core/schema";
import { DECLARED_MEMBERS } from "./declared-members.ts";

const EXPORTS: Readonly<Record<string, unknown>> = sdk;

/**
 * Parses JSON from the wire by a structure of CodeDeploy's API model, as the parsers of boto3 and the AWS CLI do, but
 * without their patience: what they would drop or hand on as it is, is told here.
 * @param shape the structure's name, such as `GetDeploymentOutput`
 * @returns each departure from the model, with its path
 * @throws Error when the model has no such structure
 */
export function departuresFromModel(shape: string, value: unknown): string[] {
  return structure(schemaOf(shape), value, shape);
}

/** Whether the model has an error of this name. */
export function isModelledError(type: string): boolean {
  return `${type}$` in EXPORTS;
}

function schemaOf(shape: string): NormalizedSchema {
  const found = EXPORTS[`${shape}$`];
  if (!isStructure(found)) throw new Error(`The model has no structure ${shape}.`);
  return NormalizedSchema.of(found);
}

type StructureSchema = Extract<Parameters<typeof NormalizedSchema.of>[0], readonly [3, ...unknown[]]>;

function isStructure(value: unknown): value is StructureSchema {
  return Array.isArray(value) && value[0] === 3;
}

function structure(schema: NormalizedSchema, value: unknown, path: string): string[] {
  if (!isObject(value)) return [`${path} is no structure`];
  const members = new Map(schema.structIterator());
  const name = schema.getName(false) ?? "";
  const missing = [...members.keys()].filter(
    (member) => DECLARED_MEMBERS.get(`${name}.${member}`)?.isRequired && isAbsent(value[member]),
  );
  return [
    ...missing.map((member) => `${path}.${member} is required and absent`),
    ...Object.entries(value).flatMap(([member, each]) => {
      const memberSchema = members.get(member);
      if (!memberSchema) return [`${path}.${member} is not in the model`];
      const values = DECLARED_MEMBERS.get(`${name}.${member}`)?.values;
      return isAbsent(each) ? [] : any(memberSchema, each, `${path}.${member}`, values);
    }),
  ];
}

function any(
  schema: NormalizedSchema,
  value: unknown,
  path: string,
  values: ReadonlySet<unknown> | undefined,
): string[] {
  if (schema.isStructSchema()) return structure(schema, value, path);
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    const item = schema.getValueSchema();
    return value.flatMap((each: unknown, index) => any(item, each, `${path}[${index}]`, values));
  }
  if (schema.isMapSchema()) {
    if (!isObject(value)) return [`${path} is no map`];
    const entry = schema.getValueSchema();
    return Object.entries(value).flatMap(([key, each]) => any(entry, each, `${path}.${key}`, values));
  }
  if (schema.isTimestampSchema()) return isEpochSeconds(value) ? [] : [`${path} is no time in epoch seconds`];
  if (schema.isNumericSchema()) return Number.isFinite(value) ? [] : [`${path} is no number`];
  if (schema.isBooleanSchema()) return typeof value === "boolean" ? [] : [`${path} is no boolean`];
  if (!schema.isStringSchema()) return [`${path} has a type that this parser does not know`];
  if (typeof value !== "string") return [`${path} is no string`];
  return values && !values.has(value) ? [`${path} is ${value}, which is not in its enum`] : [];
}

/** Parsers take a null for an absent member. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

const FIRST_YEAR = Date.UTC(2014, 9) / 1000;
const LAST_YEAR = Date.UTC(2100) / 1000;

/** A number of seconds, between the API's first day and the end of this century: milliseconds are no such number. */
function isEpochSeconds(value: unknown): boolean {
  return typeof value === "number" && value > FIRST_YEAR && value < LAST_YEAR;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
