import { readFileSync } from "node:fs";
import * as v from "valibot";

const templateSchema = v.object({
  Parameters: v.record(
    v.string(),
    v.object({ Type: v.string(), Default: v.optional(v.string()), AllowedPattern: v.optional(v.string()) }),
  ),
  Rules: v.record(
    v.string(),
    v.object({
      RuleCondition: v.unknown(),
      Assertions: v.array(v.object({ Assert: v.unknown(), AssertDescription: v.string() })),
    }),
  ),
  Conditions: v.record(v.string(), v.unknown()),
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      Condition: v.optional(v.string()),
      DeletionPolicy: v.optional(v.string()),
      Properties: v.unknown(),
    }),
  ),
  Outputs: v.record(v.string(), v.object({ Value: v.unknown() })),
});

interface EvaluatedResource {
  readonly type: string;
  readonly properties: unknown;
  /** What becomes of it when the stack is deleted, where that is told. */
  readonly deletionPolicy: string | undefined;
}

/** What CloudFormation would make of the template for given parameters. */
export interface Evaluated {
  /** The resources that are created, by logical id. */
  readonly resources: Readonly<Record<string, EvaluatedResource>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Why CloudFormation would refuse the parameters: names of those without a fitting value, and the rules' words. */
  readonly refusals: readonly string[];
}

const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": "123456789012",
  "AWS::Partition": "aws",
  "AWS::Region": "eu-west-1",
  "AWS::StackId":
    "arn:aws:cloudformation:eu-west-1:123456789012:stack/deploywatch/0f3c2a10-7d2e-11ee-b962-0242ac120002",
  "AWS::StackName": "deploywatch",
};

/** Ids as AWS makes them, where something is built from one. */
const IDS: Readonly<Record<string, string>> = {
  IdentityPool: "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  UserPool: "eu-west-1_AbCdEfGhI",
  UserPoolClient: "1h57kf5cpq17m0eml12EXAMPLE",
  UserPoolDomain: "deploywatch-0242ac120002",
};

const NOTHING = Symbol("AWS::NoValue");

/**
 * Evaluates the committed template: conditions and the intrinsic functions that it uses; an unknown one throws.
 *
 * @param pseudo values of pseudo parameters, in place of the usual ones
 */
export function evaluateTemplate(
  given: Readonly<Record<string, string>>,
  pseudo: Readonly<Record<string, string>> = {},
): Evaluated {
  const text = readFileSync(new URL("./deploywatch.template.json", import.meta.url), "utf8");
  const template = v.parse(templateSchema, JSON.parse(text));

  function ref(name: string): unknown {
    if (name === "AWS::NoValue") return NOTHING;
    const parameter = template.Parameters[name];
    if (!parameter) return pseudo[name] ?? PSEUDO[name] ?? IDS[name] ?? name;
    const value = given[name] ?? parameter.Default ?? "";
    return parameter.Type === "CommaDelimitedList" ? value.split(",") : value;
  }

  const isTrue = (condition: unknown) => evaluate(template.Conditions[String(condition)]) === true;

  function call(name: string, argument: unknown): unknown {
    if (name === "Ref") return ref(String(argument));
    const [first, second, third] = list(argument);
    switch (name) {
      case "Fn::GetAtt":
        return second === "DomainName"
          ? "d111111abcdef8.cloudfront.net"
          : `${String(first)}.${String(second)}`;
      case "Fn::Join":
        if (typeof first !== "string") throw new Error("CloudFormation joins with a literal only.");
        return list(evaluate(second)).join(first);
      case "Fn::Split":
        return String(evaluate(second)).split(String(first));
      case "Fn::Select":
        return list(evaluate(second))[Number(first)];
      case "Fn::If":
        return evaluate(isTrue(first) ? second : third);
      case "Fn::Equals":
        return evaluate(first) === evaluate(second);
      case "Fn::And":
        return list(argument).every((part) => evaluate(part) === true);
      case "Fn::Or":
        return list(argument).some((part) => evaluate(part) === true);
      case "Fn::Not":
        return evaluate(first) !== true;
      default:
        throw new Error(`The intrinsic function ${name} is not known here.`);
    }
  }

  function evaluate(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(evaluate).filter((entry) => entry !== NOTHING);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && /^(?:Ref$|Fn::)/.test(name))
      return call(name, argument);
    return Object.fromEntries(
      entries.map(([key, entry]) => [key, evaluate(entry)]).filter(([, entry]) => entry !== NOTHING),
    );
  }

  const unfit = Object.entries(template.Parameters).filter(([name, { AllowedPattern = "" }]) => {
    const pattern = new RegExp(`^(?:${AllowedPattern})$`, "u");
    return list(ref(name)).some((value) => !pattern.test(String(value)));
  });
  const broken = Object.values(template.Rules)
    .filter(({ RuleCondition }) => evaluate(RuleCondition) === true)
    .flatMap(({ Assertions }) => Assertions.filter(({ Assert }) => evaluate(Assert) !== true));
  const created = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || isTrue(Condition),
  );
  return {
    refusals: [...unfit.map(([name]) => name), ...broken.map(({ AssertDescription }) => AssertDescription)],
    resources: Object.fromEntries(
      created.map(([id, { Type, DeletionPolicy, Properties }]) => [
        id,
        { type: Type, properties: evaluate(Properties), deletionPolicy: DeletionPolicy },
      ]),
    ),
    outputs: Object.fromEntries(
      Object.entries(template.Outputs).map(([id, { Value }]) => [id, String(evaluate(Value))]),
    ),
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
