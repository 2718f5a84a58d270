import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import type { CredentialSource } from "../../src/access/credentials.ts";
import { partitionOf } from "../../src/aws-names/partitions.ts";
import type { Aws } from "../../src/aws/aws.ts";
import { createAws } from "../../src/aws/aws.ts";
import type { Known, NeededPermission } from "../../src/aws/permission.ts";
import { NOBODYS_ID } from "../../src/aws/codedeploy/permissions.ts";
import { permissions } from "../../src/aws/permissions.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import type { Config, SiteConfig } from "../../src/config/schema.ts";
import type { AppErrorKind } from "../../src/errors/app-error.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { errorWords } from "../../src/errors/error-words.ts";
import { readPolicy } from "../../src/errors/read-policy.ts";
import { isExplicitDenial, permissionStep } from "../../src/errors/refusal.ts";
import type { Finding } from "./finding.ts";
import { missing, skipped, works } from "./finding.ts";

/**
 * Tries every action that the page uses, of every service, as the page does, but with the credentials of the environment, as
 * the AWS CLI finds them.
 *
 * @param ref a deployment to try them on
 */
export async function checkPermissions(config: Config, ref: DeploymentRef | undefined): Promise<Finding[]> {
  const { AWS_ACCESS_KEY_ID, AWS_PROFILE } = process.env;
  if (!ref || !(AWS_ACCESS_KEY_ID ?? AWS_PROFILE)) {
    return [
      skipped(
        "whether the role may read deployments",
        "Take the role's credentials into the environment (AWS_ACCESS_KEY_ID … or AWS_PROFILE) and name a deployment: --deployment us-east-1/d-74D35AS7C",
      ),
    ];
  }
  const aws = createAws(config.local ? askedDirectly(config) : config, environmentCredentials(ref.region));
  const { signal } = new AbortController();
  const findings: Finding[] = [];
  let known: Known = ref;
  /** What is the same for every action has failed: credentials, the request rate or the network. */
  let hasFailed = false;

  /** Actions are tried on an id that names nothing. Should a deployment have it, nothing is tried. */
  async function isSafeToAct(): Promise<boolean> {
    const nobodys = { region: known.region, deploymentId: NOBODYS_ID };
    return aws.codeDeploy.getDeployment(nobodys, signal).then(
      () => false,
      () => true,
    );
  }

  async function check(permission: NeededPermission<Aws>): Promise<Finding> {
    const { action, role } = permission;
    if (hasFailed) return skipped(action, "Put right what stopped the first that failed.");
    if (!permission.isReady(known)) {
      return skipped(action, "GetDeployment must work first: its answer has the names to try it on.");
    }
    if (role !== "reader" && !(await isSafeToAct())) {
      return skipped(action, `There is a deployment ${NOBODYS_ID}, on which nothing is tried.`);
    }
    try {
      known = { ...known, ...(await permission.attempt(aws, known, signal)) };
      return works(action);
    } catch (thrown) {
      const error = withReason(thrown, action);
      const finding = findingFrom(error, permission, known.region);
      hasFailed = finding.state === "missing" && error.kind !== "access-denied";
      return finding;
    }
  }

  // What a site without actions, or without a join, never asks, its role need not be allowed.
  const wanted = permissions.filter(
    ({ role, joins }) =>
      (role !== "reader" && config.actions === true) ||
      (joins.length === 0 ? role === "reader" : joins.some((join) => config.joins?.includes(join))),
  );
  // Those that need names from GetDeployment's answer come last, wherever they stand in the tables.
  const ready = wanted.filter(({ isReady }) => isReady(ref));
  for (const permission of new Set([...ready, ...wanted])) findings.push(await check(permission));
  return findings;
}

/** The program of local mode wants its link; with the same credentials AWS is asked as that program asks it. */
function askedDirectly({ regions, joins, actions }: Config): SiteConfig {
  const endpoint = process.env["AWS_ENDPOINT_URL"];
  return {
    regions,
    joins,
    actions,
    ...(endpoint && { emulator: { endpoint } }),
    // Nobody asks Cognito here.
    identityPoolId: `${regions[0]}:00000000-0000-0000-0000-000000000000`,
    guest: { roleArn: "" },
  };
}

/** The credentials that the SDK finds in the environment, as the AWS CLI does. */
function environmentCredentials(region: string): CredentialSource {
  const { credentials } = new CodeDeployClient({ region }).config;
  return { provide: () => credentials(), held: () => undefined, renew: () => {}, forget: () => {} };
}

/** What an attempt threw; where no answer came, with Node's own reason, such as ECONNREFUSED. */
function withReason(thrown: unknown, action: string): AppError {
  const reason = nodeError(thrown);
  if (reason) return new AppError("network", { detail: reason.message || reason.code, action });
  return thrown instanceof AppError ? thrown : new AppError("unknown", { detail: String(thrown), action });
}

/** Node's errors carry a code, and AWS's do not. Node gives no message where it has tried several addresses of a host. */
function nodeError(thrown: unknown): (Error & { code: string }) | undefined {
  if (!(thrown instanceof Error)) return undefined;
  return hasCode(thrown) ? thrown : nodeError(thrown.cause);
}

function hasCode(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string";
}

function findingFrom(
  error: AppError,
  { action, service, resource, without, allowed }: NeededPermission<Aws>,
  region: string,
): Finding {
  const { awsCode, detail, kind } = error;
  // This deployment only has nothing to show for it.
  if (awsCode !== undefined && allowed?.includes(awsCode)) return works(`${action} (${awsCode})`);
  const all =
    resource === "none" || resource === "*"
      ? undefined
      : `arn:${partitionOf(region).id}:${service}:${region}:*:${resource}`;
  const policy = readPolicy(error, region, all);
  if (policy !== undefined) {
    return missing(`${action} is refused: ${without}`, `Allow it in the role's policy:\n${policy}`);
  }
  if (isExplicitDenial(detail)) {
    return missing(`${action} is refused: ${without}`, `${permissionStep(detail)} (${awsCode}: ${detail})`);
  }
  const { title, step } = STOPPED[kind] ?? {
    title: errorWords(error).title,
    step: errorWords(error).steps[0],
  };
  return missing(
    `${action} could not be tried: ${title}`,
    `${step} (${[awsCode, detail].filter(Boolean).join(": ")})`,
  );
}

/** Words for failures of which the page's own words do not fit the doctor. */
const STOPPED: Partial<Record<AppErrorKind, { title: string; step: string }>> = {
  "signed-out": {
    title: "AWS does not accept the credentials of the environment",
    step: "Take fresh ones into it: they have expired, or were revoked.",
  },
  throttled: {
    title: "AWS asks for fewer requests",
    step: "Run the doctor again in a minute: whether the action is allowed is not known.",
  },
};
