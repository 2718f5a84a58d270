import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { AwsError } from "../../access/aws-error.ts";
import { authorize } from "../../access/roles.ts";
import { verifySignature } from "../../access/signature.ts";
import { ACCOUNT_ID } from "../../account-id.ts";
import { fingerprint, fraction } from "../../timeline/fingerprint.ts";
import type { Wire } from "../../wire.ts";
import { restService } from "../rest-protocol.ts";
import type { ServiceCall } from "../service.ts";

/** Lambda, as far as the versions of functions go that deployments move traffic between. */
export const lambda = restService({
  GetFunctionConfiguration: {
    path: /^\/2015-03-31\/functions\/(?<functionName>[^/]+)\/configuration$/,
    answer: getFunctionConfiguration,
  },
});

/** Lambda's GetFunctionConfiguration, by the name of a function or its ARN. */
function getFunctionConfiguration(
  { state, request, clockOffsetMs }: ServiceCall,
  { functionName: nameOrArn = "" }: Readonly<Record<string, string>>,
): Wire<FunctionConfiguration> {
  const { credentials, region } = verifySignature(
    request,
    "lambda",
    state.credentials,
    state.now(),
    clockOffsetMs,
  );
  const name = nameOrArn.replace(/^.*:function:/, "");
  const version = request.query.get("Qualifier") ?? "$LATEST";
  const arn = `arn:aws:lambda:${region}:${ACCOUNT_ID}:function:${name}:${version}`;
  authorize(credentials.session, state.roles, {
    action: "lambda:GetFunctionConfiguration",
    resource: arn,
    canBeNarrowed: false,
  });
  const isKnown = state.deployments.ofPlatform("Lambda", region).some((deployment) =>
    deployment.snapshot().targets.some((target) => {
      const { functionName, currentVersion, targetVersion } =
        target.describe().lambdaTarget?.lambdaFunctionInfo ?? {};
      return functionName === name && [currentVersion, targetVersion].includes(version);
    }),
  );
  if (!isKnown) throw new AwsError("ResourceNotFoundException", `Function not found: ${arn}`, 404);
  return {
    FunctionName: name,
    FunctionArn: arn,
    Version: version,
    Description: `Build ${version} of ${name}`,
    Runtime: "nodejs22.x",
    Role: `arn:aws:iam::${ACCOUNT_ID}:role/${name}`,
    Handler: "index.handler",
    CodeSize: 200_000 + Math.floor(fraction(`${name} ${version}`) * 100_000),
    CodeSha256: Buffer.from(fingerprint(`${name} ${version}`, 64), "hex").toString("base64"),
    Timeout: 10,
    MemorySize: 256,
    LastModified: "2026-01-02T03:04:05.000+0000",
    State: "Active",
    PackageType: "Zip",
    Architectures: ["arm64"],
    // What must never be shown: it can hold anything.
    Environment: { Variables: { API_KEY: "not-for-the-page" } },
  };
}
