import { ECSTaskSet$, GetDeploymentOutput$, LambdaFunctionInfo$ } from "@aws-sdk/client-codedeploy";
import { NormalizedSchema } from "@smithy/core/schema";
import type { Deployment, DeploymentAnswer, Json } from "../../codedeploy/deployment/deployment.ts";
import type { TargetFacts } from "../../codedeploy/targets/target.ts";
import { isRecord } from "../../values/is-record.ts";
import { MAX_BYTES } from "../answers.ts";
import { wrongMember } from "../refuse-wrong-types.ts";

const MAX_DEPTH = 50;

/**
 * What another tab has sent as an answer of GetDeployment: AWS's JSON, which is bounded, checked against AWS's schema and
 * decoded as an answer that comes from AWS.
 *
 * @returns `undefined` for anything else
 */
export function deploymentFrom(text: unknown): DeploymentAnswer | undefined {
  if (typeof text !== "string" || text.length > MAX_BYTES) return undefined;
  const read = readDeployment(jsonFrom(text));
  return "answer" in read ? read.answer : undefined;
}

/**
 * An answer of GetDeployment as AWS sent it, checked against AWS's schema and decoded.
 *
 * @returns where it is none, the path of what is wrong below the value: `.deploymentInfo.createTime`
 */
export function readDeployment(raw: Json | undefined): { answer: DeploymentAnswer } | { wrong: string } {
  const schema = NormalizedSchema.of(GetDeploymentOutput$);
  if (raw === undefined || !isRecord(raw)) return { wrong: "" };
  const wrong = wrongMember(schema, raw, "", isNumber);
  if (wrong !== undefined) return { wrong };
  const output = fromWire(schema, raw);
  if (!isRecord(output) || !isRecord(output["deploymentInfo"])) return { wrong: ".deploymentInfo" };
  if (!isShallow(raw, MAX_DEPTH)) return { wrong: "" };
  const deployment: Deployment = output["deploymentInfo"];
  return { answer: { deployment, raw } };
}

function jsonFrom(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON as the SDK and `toPlain` make it: members that AWS's schema has and that are not null, seconds as milliseconds. */
function fromWire(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isTimestampSchema()) return new Date(Math.round(Number(value) * 1_000)).getTime();
  if (Array.isArray(value)) return value.map((item) => fromWire(schema.getValueSchema(), item));
  if (!isRecord(value)) return value;
  const members = schema.isStructSchema()
    ? [...schema.structIterator()]
    : Object.keys(value).map((name) => [name, schema.getValueSchema()] as const);
  return Object.fromEntries(
    members
      .filter(([name]) => Object.hasOwn(value, name) && value[name] !== null)
      .map(([name, member]) => [name, fromWire(member, value[name])]),
  );
}

/** Views go through a raw answer by recursion. */
function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}

/** Whether what another tab has sent as facts of a target has the types that AWS's schema gives them, times as numbers. */
export function isTargetFacts(facts: unknown): facts is TargetFacts {
  if (!isRecord(facts)) return false;
  switch (facts["kind"]) {
    case "instance":
      return true;
    case "ecs": {
      const { taskSets } = facts;
      return Array.isArray(taskSets) && Array.from(taskSets).every((each) => isPlain(ECSTaskSet$, each));
    }
    case "lambda":
      return isPlain(LambdaFunctionInfo$, facts["lambdaFunction"]);
    case "cloudformation":
      return isTextOrAbsent(facts["resourceType"]) && isNumberOrAbsent(facts["weight"]);
    case "unknown":
      return isTextOrAbsent(facts["typeName"]);
    default:
      return false;
  }
}

function isPlain(schema: Parameters<typeof NormalizedSchema.of>[0], value: unknown): boolean {
  return isRecord(value) && wrongMember(NormalizedSchema.of(schema), value, "", isNumber) === undefined;
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isNumberOrAbsent(value: unknown): boolean {
  return value === undefined || isNumber(value);
}
