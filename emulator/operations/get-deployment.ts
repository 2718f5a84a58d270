import type { GetDeploymentOutput } from "@aws-sdk/client-codedeploy";
import type { Wire } from "../wire.ts";
import { type CodeDeployCall, requireDeployment } from "./codedeploy-call.ts";

/** CodeDeploy's GetDeployment. */
export function getDeployment(call: CodeDeployCall): Wire<GetDeploymentOutput> {
  return { deploymentInfo: requireDeployment(call).snapshot().info };
}
