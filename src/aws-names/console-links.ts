import { isDeploymentId } from "./deployment-id.ts";
import { TWO_LETTER_REGION, partitionOf } from "./partitions.ts";

/** The Regions whose console has an address that we know: not the isolated ones, for example. */
const REGION_WITH_CONSOLE = new RegExp(`^(?:(?:us-gov|eusc-[a-z]{2})-[a-z]+-\\d{1,2}|${TWO_LETTER_REGION})$`);

/** Text that may stand in a link as a name: bounded, and without control, format or broken characters. */
const NAME = /^[^\p{C}]{1,255}$/u;

interface ConsoleUrlParts {
  /** Joins the query after `region`, encoded here. */
  query?: Readonly<Record<string, string>>;
  /** After the `#`, encoded by the caller. */
  fragment?: string;
}

/**
 * A page of the AWS console in `region`, for example `consoleUrl("eu-west-1", "s3/object/my-bucket", { query:
 * { prefix: key } })`. `path` has no leading slash and is encoded by the caller. `undefined` for a Region whose
 * console nobody knows.
 */
export function consoleUrl(region: string, path: string, parts: ConsoleUrlParts = {}): string | undefined {
  if (!REGION_WITH_CONSOLE.test(region)) return undefined;
  // The console reads "+" as a plus sign, not as a space.
  const query = new URLSearchParams({ region, ...parts.query }).toString().replaceAll("+", "%20");
  const fragment = parts.fragment === undefined ? "" : `#${parts.fragment}`;
  return `https://${region}.${partitionOf(region).consoleHost}/${path}?${query}${fragment}`;
}

/** A CloudWatch alarm's page; `undefined` for a name that no alarm can have. */
export function alarmUrl(region: string, alarmName: string): string | undefined {
  if (!NAME.test(alarmName)) return undefined;
  return consoleUrl(region, "cloudwatch/home", {
    fragment: `alarmsV2:alarm/${encodeURIComponent(alarmName)}`,
  });
}

/** An Auto Scaling group's page; `undefined` for a name that no group can have. */
export function autoScalingGroupUrl(region: string, groupName: string): string | undefined {
  if (!NAME.test(groupName)) return undefined;
  return consoleUrl(region, "ec2/home", {
    fragment: `AutoScalingGroupDetails:id=${encodeURIComponent(groupName)}`,
  });
}

/**
 * A log group's page; `undefined` for a name that no group can have. The console reads the name encoded twice, with $ in place of %.
 */
export function logGroupUrl(region: string, name: string): string | undefined {
  if (!NAME.test(name)) return undefined;
  const encoded = encodeURIComponent(encodeURIComponent(name)).replaceAll("%", "$");
  return consoleUrl(region, "cloudwatch/home", { fragment: `logsV2:log-groups/log-group/${encoded}` });
}

/** The deployment's own page in the AWS console; `undefined` for text that is no id. */
export function deploymentUrl(region: string, deploymentId: string): string | undefined {
  if (!isDeploymentId(deploymentId)) return undefined;
  return consoleUrl(region, `codesuite/codedeploy/deployments/${deploymentId}`);
}
