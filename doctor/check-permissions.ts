import {
  BatchGetDeploymentsCommand,
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from "@aws-sdk/client-codedeploy";
import { appErrorFrom } from "../src/aws/app-error-from.ts";
import { endpointsFor } from "../src/config/endpoints.ts";
import type { Config } from "../src/config/schema.ts";
import type { DeploymentRef } from "../src/domain/deployment.ts";
import { errorWords } from "../src/domain/error-words.ts";
import { readPolicy } from "../src/domain/read-policy.ts";
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

  async function attempt<Result>(name: string, send: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await send();
      findings.push(works(`codedeploy:${name}`));
      return result;
    } catch (thrown) {
      findings.push(findingFrom(thrown, name, region, endpoint));
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
  const targetIds = listed?.targetIds?.slice(0, 1) ?? ["unknown"];
  await attempt("BatchGetDeploymentTargets", () =>
    client.send(new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds })),
  );
  if (answer) {
    await attempt("GetDeploymentConfig", () =>
      client.send(new GetDeploymentConfigCommand({ deploymentConfigName })),
    );
    await attempt("ListDeployments", () =>
      client.send(new ListDeploymentsCommand({ applicationName, deploymentGroupName })),
    );
  }
  await attempt("BatchGetDeployments", () =>
    client.send(new BatchGetDeploymentsCommand({ deploymentIds: [deploymentId] })),
  );
  return findings;
}

function findingFrom(thrown: unknown, name: string, region: string, origin: string): Finding {
  const error = appErrorFrom(thrown, { action: `codedeploy:${name}`, origin });
  const { title, steps } = errorWords(error);
  if (error.kind !== "access-denied" && error.awsCode !== undefined && name !== "GetDeployment") {
    // The action is allowed; this deployment only has nothing to show for it.
    return works(`codedeploy:${name} (${error.awsCode})`);
  }
  const policy = readPolicy(error, region);
  const words = error.kind === "access-denied" ? `refused: ${WITHOUT[name]}` : title;
  return missing(
    `codedeploy:${name} is ${words}`,
    policy === undefined ? `${steps[0]} (${error.detail})` : `Allow it in the role's policy:\n${policy}`,
  );
}
