import type { CredentialSource } from "../access/credentials.ts";
import type { Config } from "../config/schema.ts";
import type { CodeDeploy } from "./codedeploy/code-deploy.ts";
import { createCodeDeploy } from "./codedeploy/code-deploy.ts";
import type { Sts } from "./sts/sts.ts";
import { createSts } from "./sts/sts.ts";

/** The AWS services that the app asks. Each is a chunk of its own, which is not part of what starts the app. */
export interface Aws {
  readonly codeDeploy: CodeDeploy;
  readonly sts: Sts;
}

/** The services as configured. CodeDeploy's chunk starts to load with this call, the others with their first request. */
export function createAws(config: Config, credentials: CredentialSource): Aws {
  return { codeDeploy: createCodeDeploy(config, credentials), sts: createSts(config, credentials) };
}
