import type { ComputePlatform } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "./deployment.ts";
import { lookUp } from "../../values/look-up.ts";

export interface PlatformFacts {
  /** `undefined` when AWS named none and nothing tells, or named one that we do not know. */
  platform: ComputePlatform | undefined;
  /** As a person says it; AWS's own word for a platform that we do not know. */
  word: string;
  /** What one target of the deployment is called, for counts: "instance" or "target". */
  targetNoun: string;
  /** `derived`: AWS did not name the platform, other members of the answer tell it. */
  source: "reported" | "derived" | "unknown";
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/welcome.html#compute-platform */
const PLATFORMS: Readonly<Record<ComputePlatform, Pick<PlatformFacts, "platform" | "word" | "targetNoun">>> =
  {
    Server: { platform: "Server", word: "EC2/on-premises", targetNoun: "instance" },
    ECS: { platform: "ECS", word: "Amazon ECS", targetNoun: "target" },
    Lambda: { platform: "Lambda", word: "AWS Lambda", targetNoun: "target" },
  };

/** Archives are unpacked on instances; YAML and JSON are AppSpec files, which ECS and Lambda may have in S3 too. */
const ARCHIVES: ReadonlySet<string> = new Set(["tar", "tgz", "zip"]);

/**
 * What the deployment runs on. Answers recorded before 2018 have no `computePlatform`; then the members that
 * only one platform has decide.
 */
export function platformFacts(deployment: Deployment): PlatformFacts {
  const reported = deployment.computePlatform;
  if (reported) {
    const known = lookUp(PLATFORMS, reported);
    if (known) return { ...known, source: "reported" };
    return { platform: undefined, word: reported, targetNoun: "target", source: "reported" };
  }
  const derived = derivePlatform(deployment);
  if (derived) return { ...PLATFORMS[derived], source: "derived" };
  return { platform: undefined, word: "not reported", targetNoun: "target", source: "unknown" };
}

function derivePlatform(deployment: Deployment): ComputePlatform | undefined {
  if (deployment.loadBalancerInfo?.targetGroupPairInfoList?.length) return "ECS";
  const config = deployment.deploymentConfigName ?? "";
  if (config.startsWith("CodeDeployDefault.ECS")) return "ECS";
  if (config.startsWith("CodeDeployDefault.Lambda")) return "Lambda";
  return hasOnlyInstances(deployment) ? "Server" : undefined;
}

/** ECS and Lambda deployments are always blue/green with traffic control, from an AppSpec file. */
function hasOnlyInstances({ deploymentStyle, revision, ...rest }: Deployment): boolean {
  return (
    deploymentStyle?.deploymentType === "IN_PLACE" ||
    deploymentStyle?.deploymentOption === "WITHOUT_TRAFFIC_CONTROL" ||
    revision?.revisionType === "GitHub" ||
    ARCHIVES.has(revision?.s3Location?.bundleType ?? "") ||
    Boolean(rest.blueGreenDeploymentConfiguration?.greenFleetProvisioningOption?.action)
  );
}
