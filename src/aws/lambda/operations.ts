import type { CredentialSource } from "../../access/credentials.ts";
import type { FunctionVersion } from "../../codedeploy/changes/function-version.ts";
import { endpointFor } from "../../config/endpoints.ts";
import type { Config } from "../../config/schema.ts";
import { AppError } from "../../errors/app-error.ts";
import { isRecord } from "../../values/is-record.ts";
import type { NeededPermission } from "../permission.ts";
import { neededPermissions } from "../permission.ts";
import type { Askable, Attempts, Service } from "../service.ts";
import type { SignedAsker } from "../signed-fetch.ts";
import { askGet } from "../signed-get.ts";

interface VersionInput {
  region: string;
  /** Its name or its ARN. */
  functionName: string;
  /** The number of a version, `41`. */
  version: string;
}

/** Every operation of Lambda that the app asks; see `Lambda`. */
const operations = {
  /**
   * A version of a function. AWS sends its environment variables in clear text: of the answer only what is named in
   * `FunctionVersion` gets any further than this line.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
   */
  getFunctionConfiguration: {
    kind: "read" as const,
    async ask(
      asker: SignedAsker,
      { region, functionName, version }: VersionInput,
      signal: AbortSignal,
    ): Promise<FunctionVersion> {
      const path = ["2015-03-31", "functions", functionName, "configuration"];
      const query = { Qualifier: version };
      return toVersion(await askGet(asker, { service: "lambda", region, path, query }, signal));
    },
  },
};

/** @throws AppError `malformed` for what is no configuration */
function toVersion(sent: unknown): FunctionVersion {
  if (!isRecord(sent)) throw new AppError("malformed", { detail: "The answer is no object." });
  const member = <Value>(name: string, isRight: (value: unknown) => value is Value): Value | undefined => {
    const value = sent[name] ?? undefined;
    if (value === undefined || isRight(value)) return value;
    throw new AppError("malformed", { detail: `answer.${name} has a wrong type.` });
  };
  return {
    version: member("Version", isText),
    description: member("Description", isText) || undefined,
    sha256: member("CodeSha256", isText),
    codeBytes: member("CodeSize", isNumber),
    runtime: member("Runtime", isText),
    memoryMb: member("MemorySize", isNumber),
    timeoutS: member("Timeout", isNumber),
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** Lambda as the rest of the app sees it: a method for each line of the table of operations. */
export interface Lambda extends Service<typeof operations> {}

/** Attempts at these operations, each signed by hand. */
export function lambdaAttempt(config: Config, credentials: CredentialSource): Attempts<typeof operations> {
  const table: Askable<typeof operations, SignedAsker> = operations;
  return {
    kindOf: (name) => table[name].kind,
    attempt: (name, input, signal) =>
      table[name].ask({ endpoint: endpointFor(config, "lambda", input.region), credentials }, input, signal),
  };
}

/**
 * The IAM actions that the app needs, one for each operation.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
 */
export const permissions = (): NeededPermission<{ lambda: Lambda }>[] =>
  neededPermissions<typeof operations, { lambda: Lambda }>(
    "lambda",
    {
      getFunctionConfiguration: {
        role: "reader",
        resource: "function:*",
        // A name or an ARN; no dots, which could lead to another path.
        path: /^\/2015-03-31\/functions\/(?:[\w-]|%3A)+\/configuration$/,
        without: "no comparison of the versions of a Lambda function",
        allowed: ["ResourceNotFoundException"],
        trial: ({ region }) => ({ region, functionName: "deploywatch", version: "1" }),
      },
    },
    ({ lambda }) => lambda,
  );
