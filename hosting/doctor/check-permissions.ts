import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { appErrorFrom } from "../../src/aws/app-error-from.ts";
import { endpointsFor } from "../../src/config/endpoints.ts";
import type { Config } from "../../src/config/schema.ts";
import type { AppError, AppErrorKind } from "../../src/errors/app-error.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import { errorWords } from "../../src/errors/error-words.ts";
import { readPolicy } from "../../src/errors/read-policy.ts";
import { type Finding, missing, skipped, works } from "./finding.ts";

/** What the page does without when an action is refused. */
const WITHOUT: Readonly<Record<string, string>> = {
  GetDeployment: "nothing can be shown",
  ListDeploymentTargets: "no targets, lifecycle events and script logs",
  BatchGetDeploymentTargets: "no targets, lifecycle events and script logs",
  GetDeploymentConfig: "no planned traffic shifts and no health budget",
  ListDeployments: "no usual duration, and no deployments before and after",
  BatchGetDeployments: "no usual duration",
};

/**
 * What AWS says only to whom an action is allowed, since it checks permissions before it looks into a deployment.
 * Everything else that goes wrong says nothing about permissions.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ListDeploymentTargets: ["DeploymentNotStartedException"],
  BatchGetDeploymentTargets: [
    "DeploymentNotStartedException",
    "DeploymentTargetDoesNotExistException",
    "InstanceDoesNotExistException",
    // The answer to NO_TARGET.
    "InvalidDeploymentTargetIdException",
  ],
  GetDeploymentConfig: ["DeploymentConfigDoesNotExistException"],
  ListDeployments: ["ApplicationDoesNotExistException", "DeploymentGroupDoesNotExistException"],
};

const NO_TARGET = "unknown";

/**
 * Tries every action that the page uses, with the credentials of the environment, as the AWS CLI finds them.
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
  const { region, deploymentId } = ref;
  const endpoint = endpointsFor(config, region).codeDeploy;
  const client = new CodeDeployClient({ region, ...(config.emulator && { endpoint }) });
  const findings: Finding[] = [];
  let hasFailed = false;

  async function attempt<Result>(name: string, send: () => Promise<Result>): Promise<Result | undefined> {
    if (hasFailed) {
      findings.push(skipped(`codedeploy:${name}`, "Put right what stopped the first that failed."));
      return undefined;
    }
    try {
      const result = await send();
      findings.push(works(`codedeploy:${name}`));
      return result;
    } catch (thrown) {
      const error = appErrorFrom(thrown, { action: `codedeploy:${name}`, origins: [endpoint] });
      const finding = findingFrom(error, name, region);
      findings.push(finding);
      // Credentials, throttling and the network are the same for all of them.
      hasFailed = finding.state === "missing" && error.kind !== "access-denied";
      return undefined;
    }
  }

  const answer = await attempt("GetDeployment", () =>
    client.send(new GetDeploymentCommand({ deploymentId })),
  );
  const { applicationName, deploymentGroupName, deploymentConfigName } = answer?.deploymentInfo ?? {};
  const listed = await attempt("ListDeploymentTargets", () =>
    client.send(new ListDeploymentTargetsCommand({ deploymentId })),
  );
  const targetIds = listed?.targetIds?.length ? listed.targetIds.slice(0, 1) : [NO_TARGET];
  await attempt("BatchGetDeploymentTargets", () =>
    client.send(new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds })),
  );
  await attempt("BatchGetDeployments", () =>
    client.send(new BatchGetDeploymentsCommand({ deploymentIds: [deploymentId] })),
  );
  if (!answer) return [...findings, ...NEED_ANSWER.map(withoutAnswer)];
  await attempt("GetDeploymentConfig", () =>
    client.send(new GetDeploymentConfigCommand({ deploymentConfigName })),
  );
  await attempt("ListDeployments", () =>
    client.send(new ListDeploymentsCommand({ applicationName, deploymentGroupName })),
  );
  return findings;
}

/** They are asked for names that only GetDeployment's answer has. */
const NEED_ANSWER = ["GetDeploymentConfig", "ListDeployments"];

function withoutAnswer(name: string): Finding {
  return skipped(
    `codedeploy:${name}`,
    "GetDeployment must work first: its answer has the names to try it on.",
  );
}

function findingFrom(error: AppError, name: string, region: string): Finding {
  const { awsCode, detail, kind } = error;
  if (awsCode !== undefined && ALLOWED[name]?.includes(awsCode)) {
    // This deployment only has nothing to show for it.
    return works(`codedeploy:${name} (${awsCode})`);
  }
  const policy = readPolicy(error, region);
  if (policy !== undefined) {
    return missing(
      `codedeploy:${name} is refused: ${WITHOUT[name]}`,
      `Allow it in the role's policy:\n${policy}`,
    );
  }
  const { title, step } = STOPPED[kind] ?? {
    title: errorWords(error).title,
    step: errorWords(error).steps[0],
  };
  return missing(
    `codedeploy:${name} could not be tried: ${title}`,
    `${step} (${[awsCode, detail].filter(Boolean).join(": ")})`,
  );
}

/** What the page's own words for a failure would say wrongly here. */
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
