import type { CfnCondition, CfnParameter } from "aws-cdk-lib";
import { Fn } from "aws-cdk-lib";

/** One of two texts, chosen when the template is deployed. */
export function either(condition: CfnCondition, whenTrue: string, otherwise: string | CfnParameter): string {
  const whenFalse = typeof otherwise === "string" ? otherwise : otherwise.valueAsString;
  return Fn.conditionIf(condition.logicalId, whenTrue, whenFalse).toString();
}
