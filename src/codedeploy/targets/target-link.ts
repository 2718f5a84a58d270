import { parseArn } from "../../aws-names/arn.ts";
import { consoleUrl, stackUrl } from "../../aws-names/console-links.ts";
import type { Target, TargetFacts } from "./target.ts";

const INSTANCE_ID = /^i-[0-9a-f]{8,17}$/;
const ECS_NAME = String.raw`[\w-]{1,255}`;
const SERVICE_RESOURCE = new RegExp(`^service/(${ECS_NAME})/(${ECS_NAME})$`);
const SERVICE_ID = new RegExp(`^(${ECS_NAME}):(${ECS_NAME})$`);
const FUNCTION_NAME = /^[\w-]{1,140}$/;

/**
 * The target's own page in the AWS console of `region`; `undefined` for an on-premises instance, and for every
 * id that is not of the exact form that AWS gives it.
 */
export function targetUrl(region: string, target: Target): string | undefined {
  const { facts } = target;
  switch (facts.kind) {
    case "instance":
      return instanceUrl(region, target.id);
    case "ecs":
      return serviceUrl(region, target);
    case "lambda":
      return functionUrl(region, target.id, facts.lambdaFunction);
    case "cloudformation":
      return stackUrl(target.id);
    case "unknown":
      return undefined;
  }
}

function instanceUrl(region: string, id: string): string | undefined {
  if (!INSTANCE_ID.test(id)) return undefined;
  return consoleUrl(region, "ec2/home", { fragment: `InstanceDetails:instanceId=${id}` });
}

/** The ARN goes before the id, in which AWS's own guide shows a name that is no cluster's. */
function serviceUrl(region: string, { id, arn }: Target): string | undefined {
  const resource = parseArn(arn ?? "")?.resource ?? "";
  const [, cluster, service] = SERVICE_RESOURCE.exec(resource) ?? SERVICE_ID.exec(id) ?? [];
  if (cluster === undefined || service === undefined) return undefined;
  return consoleUrl(region, `ecs/v2/clusters/${cluster}/services/${service}`);
}

function functionUrl(
  region: string,
  id: string,
  { functionName, functionAlias }: Extract<TargetFacts, { kind: "lambda" }>["lambdaFunction"],
): string | undefined {
  // A target is named by its function, in some answers with a version behind it.
  const name = functionName ?? id.split(":")[0] ?? "";
  if (!FUNCTION_NAME.test(name)) return undefined;
  const alias = FUNCTION_NAME.test(functionAlias ?? "") ? `/aliases/${functionAlias}` : "";
  return consoleUrl(region, "lambda/home", { fragment: `/functions/${name}${alias}` });
}
