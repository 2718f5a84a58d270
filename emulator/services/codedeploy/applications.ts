import type {
  ApplicationInfo,
  BatchGetApplicationsOutput,
  ListApplicationsOutput,
} from "@aws-sdk/client-codedeploy";
import { AwsError } from "../../access/aws-error.ts";
import type { Deployment } from "../../deployments/deployment.ts";
import { fingerprint } from "../../timeline/fingerprint.ts";
import type { Wire } from "../../wire.ts";
import { wireTime } from "../../wire.ts";
import type { SignedCall } from "../signed-json-service.ts";
import { applicationNameRequired, ofApplication } from "./named-group.ts";
import { pageOf } from "./page-token.ts";

/** CodeDeploy's ListApplications: by name, which AWS does not promise. There is no application without a deployment here. */
export function listApplications({ input, region, deployments }: SignedCall): Wire<ListApplicationsOutput> {
  const names = deployments
    .inRegion(region)
    .flatMap((deployment) => deployment.snapshot().info.applicationName ?? []);
  const { items, next } = pageOf([...new Set(names)].toSorted(), "applications", input.text("nextToken"));
  return { applications: [...items], ...next };
}

const MOST_APPLICATIONS = 100;

/** CodeDeploy's BatchGetApplications. One that does not exist refuses all, as the API model has an error for it. */
export function batchGetApplications(call: SignedCall): Wire<BatchGetApplicationsOutput> {
  const names = call.input.texts("applicationNames") ?? [];
  if (names.length === 0) throw applicationNameRequired();
  if (names.length > MOST_APPLICATIONS) {
    throw new AwsError(
      "BatchLimitExceededException",
      `The maximum number of applications is ${MOST_APPLICATIONS}.`,
    );
  }
  const all = call.deployments.inRegion(call.region);
  return { applicationsInfo: names.map((name) => applicationOf(name, ofApplication(all, name))) };
}

function applicationOf(name: string, own: readonly [Deployment, ...Deployment[]]): Wire<ApplicationInfo> {
  const gitHub = own.flatMap((deployment) => deployment.snapshot().info.revision?.gitHubLocation ?? []);
  const [owner] = gitHub[0]?.repository?.split("/") ?? [];
  return {
    applicationId: fingerprint(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    applicationName: name,
    createTime: wireTime(Math.min(...own.map(({ setting }) => setting.createdAtMs))),
    linkedToGitHub: gitHub.length > 0,
    computePlatform: own[0].scenario.computePlatform,
    ...(owner !== undefined && { gitHubAccountName: owner }),
  };
}
