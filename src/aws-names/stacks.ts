import { parseArn } from "./arn.ts";
import { consoleUrl } from "./console-links.ts";

const STACK = /^stack\/([A-Za-z0-9-]{1,128})\//;

/** The name in a CloudFormation stack id; `undefined` for any other text. */
export function stackName(stackId: string): string | undefined {
  const arn = parseArn(stackId);
  return arn?.service === "cloudformation" ? STACK.exec(arn.resource)?.[1] : undefined;
}

/** A CloudFormation stack's page, in the stack's own Region; `undefined` for text that is no stack id. */
export function stackUrl(stackId: string): string | undefined {
  const arn = parseArn(stackId);
  if (arn?.service !== "cloudformation" || !arn.resource.startsWith("stack/")) return undefined;
  return consoleUrl(arn.region, "cloudformation/home", {
    fragment: `/stacks/stackinfo?stackId=${encodeURIComponent(stackId)}`,
  });
}
