import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";

const BLOCK_TRAFFIC = ["BeforeBlockTraffic", "BlockTraffic", "AfterBlockTraffic"];
const ALLOW_TRAFFIC = ["BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic"];
const INSTALL = ["BeforeInstall", "Install", "AfterInstall"];
const TEST_TRAFFIC = ["AllowTestTraffic", "AfterAllowTestTraffic"];
const INSTANCE = ["ApplicationStop", "DownloadBundle", ...INSTALL, "ApplicationStart", "ValidateService"];

/**
 * The lifecycle events of a deployment as AWS documents them, in order: only for a deployment whose targets show
 * none yet, as real answers differ from the documentation. Empty where it cannot be told.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export function documentedEvents(deployment: Deployment): readonly string[] {
  const { platform } = platformFacts(deployment);
  if (platform === "Lambda") return ALLOW_TRAFFIC;
  if (platform === "ECS") {
    return [...INSTALL, ...(hasTestListener(deployment) ? TEST_TRAFFIC : []), ...ALLOW_TRAFFIC];
  }
  return platform === "Server" ? instanceEvents(deployment) : [];
}

function instanceEvents({ deploymentStyle }: Deployment): readonly string[] {
  const { deploymentType, deploymentOption } = deploymentStyle ?? {};
  // The replacement instances run all but the last three, which are those of the original ones.
  if (deploymentType === "BLUE_GREEN") return [...INSTANCE, ...ALLOW_TRAFFIC, ...BLOCK_TRAFFIC];
  if (deploymentType !== "IN_PLACE") return [];
  if (deploymentOption === "WITH_TRAFFIC_CONTROL") return [...BLOCK_TRAFFIC, ...INSTANCE, ...ALLOW_TRAFFIC];
  return INSTANCE;
}

function hasTestListener({ loadBalancerInfo }: Deployment): boolean {
  return Boolean(
    loadBalancerInfo?.targetGroupPairInfoList?.some((pair) => pair?.testTrafficRoute?.listenerArns?.length),
  );
}
