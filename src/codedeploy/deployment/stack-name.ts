import { parseArn } from "../../aws-names/arn.ts";

const STACK = /^stack\/([A-Za-z0-9-]{1,128})\//;

/** The name in a CloudFormation stack id, which is what `externalId` holds; `undefined` for any other text. */
export function stackName(externalId: string): string | undefined {
  const arn = parseArn(externalId);
  return arn?.service === "cloudformation" ? STACK.exec(arn.resource)?.[1] : undefined;
}
