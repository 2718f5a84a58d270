import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { isRecord } from "../../values/is-record.ts";

/** What the page reads in an AppSpec of ECS or Lambda. */
export interface AppSpec {
  /** An ARN, or family and revision, where it deploys to ECS. */
  taskDefinition: string | undefined;
  /** The function that each lifecycle event calls, by the event's name. */
  hooks: ReadonlyMap<string, string>;
}

/** AWS takes no longer ones. */
const MOST_CHARACTERS = 256 * 1024;

/**
 * What an AppSpec says, in YAML or JSON. Names of members are read in any case, as CodeDeploy reads them. Values stay the text
 * that they are. `undefined` for what is neither, or too long.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html
 */
export function readAppSpec(text: string): AppSpec | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const spec = parse(text);
  if (!isRecord(spec)) return undefined;
  const hooks = listOf(member(spec, "hooks")).flatMap((entry) =>
    isRecord(entry) ? Object.entries(entry) : [],
  );
  return {
    taskDefinition: listOf(member(spec, "resources"))
      .flatMap((resource) => (isRecord(resource) ? Object.values(resource) : []))
      .map((resource) => member(member(resource, "properties"), "taskdefinition"))
      .find((value) => typeof value === "string"),
    hooks: new Map(hooks.flatMap(([event, name]) => (typeof name === "string" ? [[event, name]] : []))),
  };
}

function parse(text: string): unknown {
  try {
    // JSON may be indented with tabs, which YAML refuses.
    return text.trimStart().startsWith("{") ? JSON.parse(text) : load(text, { schema: FAILSAFE_SCHEMA });
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  if (!isRecord(value)) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Whether the name of a task definition stands for the same one for ever. Without a revision, ECS takes the newest of the family, which is
 * another one today than when it was deployed.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
 */
export function namesRevision(taskDefinition: string): boolean {
  return /:\d+$/.test(taskDefinition);
}

/** The name of a function by its ARN, without its version or alias; a name stays as it is. */
export function functionNameOf(nameOrArn: string): string {
  return /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}
