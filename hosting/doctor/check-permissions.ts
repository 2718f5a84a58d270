import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { appErrorFrom } from "../../src/aws/app-error-from.ts";
import { operations, permissions } from "../../src/aws/codedeploy/operations.ts";
import type { InputOf } from "../../src/aws/service.ts";
import { actionOf } from "../../src/aws/service.ts";
import type { DeploymentRef } from "../../src/codedeploy/deployment/deployment.ts";
import { endpointFor } from "../../src/config/endpoints.ts";
import type { Config } from "../../src/config/schema.ts";
import type { AppErrorKind } from "../../src/errors/app-error.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { errorWords } from "../../src/errors/error-words.ts";
import { readPolicy } from "../../src/errors/read-policy.ts";
import { keysOf } from "../../src/values/look-up.ts";
import type { Finding } from "./finding.ts";
import { missing, skipped, works } from "./finding.ts";

type Name = keyof typeof operations;

/** The operations that only need a deployment's id, then those that need names from GetDeployment's answer. */
const NAMES = keysOf(permissions).toSorted((one, other) => needs(one) - needs(other));

/** What every operation can be tried with: the input of one is a part of it. */
type Input = { [Each in Name]: (input: InputOf<typeof operations, Each>) => void }[Name] extends (
  input: infer All,
) => void
  ? All
  : never;

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
  const endpoint = endpointFor(config, "codedeploy", region);
  const client = new CodeDeployClient({ region, ...(config.emulator && { endpoint }) });
  const input: Input = {
    ...ref,
    deploymentIds: [deploymentId],
    targetIds: ["unknown"],
    applicationName: "",
    deploymentGroupName: "",
    configName: "",
  };
  const findings: Finding[] = [];
  let hasAnswer = false;
  /** What is the same for every action has failed: credentials, the request rate or the network. */
  let hasFailed = false;

  for (const name of NAMES) {
    const action = actionOf("codedeploy", name);
    if (permissions[name].needsAnswer && !hasAnswer) {
      findings.push(skipped(action, "GetDeployment must work first: its answer has the names to try it on."));
      continue;
    }
    if (hasFailed) {
      findings.push(skipped(action, "Put right what stopped the first that failed."));
      continue;
    }
    try {
      const output = await operations[name].send(client, input);
      findings.push(works(action));
      if ("deploymentInfo" in output) {
        const { applicationName, deploymentGroupName, deploymentConfigName } = output.deploymentInfo ?? {};
        hasAnswer = true;
        Object.assign(input, { applicationName, deploymentGroupName, configName: deploymentConfigName });
      }
      if ("targetIds" in output && output.targetIds?.[0] !== undefined)
        input.targetIds = [output.targetIds[0]];
    } catch (thrown) {
      const error = isFromNode(thrown)
        ? new AppError("network", { detail: detailOf(thrown), action })
        : appErrorFrom(thrown, { action, origins: [endpoint] });
      const finding = findingFrom(error, name, region);
      findings.push(finding);
      hasFailed = finding.state === "missing" && error.kind !== "access-denied";
    }
  }
  return findings;
}

/** Whether no answer came: Node's own errors, such as ECONNREFUSED, carry a code, and AWS's do not. */
function isFromNode(thrown: unknown): thrown is Error & { code: string } {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string";
}

/** The message; Node gives none where it has tried several addresses of a host. */
function detailOf({ message, code }: Error & { code: string }): string {
  return message || code;
}

function needs(name: Name): number {
  return Number(permissions[name].needsAnswer ?? false);
}

function findingFrom(error: AppError, name: Name, region: string): Finding {
  const { awsCode, detail, kind } = error;
  const { allowed, without } = permissions[name];
  const action = actionOf("codedeploy", name);
  if (awsCode !== undefined && allowed?.includes(awsCode)) {
    // This deployment only has nothing to show for it.
    return works(`${action} (${awsCode})`);
  }
  const policy = readPolicy(error, region);
  if (policy !== undefined) {
    return missing(`${action} is refused: ${without}`, `Allow it in the role's policy:\n${policy}`);
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
