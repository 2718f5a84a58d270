import type { DescribeTaskDefinitionResponse } from "@aws-sdk/client-ecs";
import { AwsError } from "../../access/aws-error.ts";
import { taskDefinition } from "../../timeline/task-definitions.ts";
import type { Wire } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";

/** ECS's DescribeTaskDefinition, of those that the AppSpecs of deployments name. */
export function describeTaskDefinition({
  input,
  region,
  deployments,
}: SignedCall): Wire<DescribeTaskDefinitionResponse> {
  const wanted = (input.text("taskDefinition") ?? "").replace(/^.*:task-definition\//, "");
  const [family = "", revision = ""] = wanted.split(":");
  const isKnown = deployments.inRegion(region).some((deployment) => {
    const { revision: now, previousRevision: before } = deployment.snapshot().info;
    return [now, before].some((each) => isNamedIn(each?.appSpecContent?.content, wanted));
  });
  if (!isKnown) throw new AwsError("ClientException", "Unable to describe task definition.");
  return { taskDefinition: taskDefinition(region, family, Number(revision)), tags: [] };
}

function isNamedIn(appSpec: string | undefined, taskDefinitionName: string): boolean {
  const [, named = ""] = /^\s*"?TaskDefinition"?: "?([\w:/-]+)"?,?$/m.exec(appSpec ?? "") ?? [];
  return named !== "" && named.replace(/^.*:task-definition\//, "") === taskDefinitionName;
}
