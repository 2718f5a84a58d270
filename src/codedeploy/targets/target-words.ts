import type { TargetLabel } from "@aws-sdk/client-codedeploy";
import { parseArn } from "../../aws-names/arn.ts";
import { consoleUrl } from "../../aws-names/console-links.ts";
import { cutInMiddle, shortText } from "../../format/text.ts";
import { lookUp } from "../../values/look-up.ts";
import { stackName, stackUrl } from "../../aws-names/stacks.ts";
import type { StateFacts } from "../deployment/overview.ts";
import type { TargetEntry } from "./target-list.ts";
import { targetOf } from "./target-list.ts";
import { targetStatusFacts } from "./target-status.ts";
import type { Target, TargetFacts } from "./target.ts";

const LABELS: Readonly<Record<TargetLabel, string>> = {
  Blue: "Original (Blue)",
  Green: "Replacement (Green)",
};

/** A target's label with what AWS means by it. */
export function labelWords(label: string): string {
  return lookUp(LABELS, label) ?? shortText(label, 40);
}

/** How a listed target is, as far as anybody knows: for its icon and the word beside it. */
export function entryFacts(entry: TargetEntry | undefined): Pick<StateFacts, "word" | "tone"> & {
  status: string | undefined;
} {
  const status = targetOf(entry)?.status;
  if (entry?.kind === "gone") return { status: undefined, word: "no longer reported", tone: "neutral" };
  if (entry?.kind !== "read") return { status: undefined, word: "loading", tone: "neutral" };
  const { word, tone } = targetStatusFacts(status);
  return { status, word: shortText(word, 40), tone };
}

/** What a person calls a target: its id, which for a stack is its name within a long ARN. */
export function targetName(id: string): string {
  return cutInMiddle(stackName(id) ?? id, 200);
}

/** An event's name as a person can point at it, also where AWS sent none. */
export function eventName(name: string): string {
  return name === "" ? "Unnamed event" : shortText(name);
}

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
