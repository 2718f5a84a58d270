import type { ReceivedRequest } from "../http/received-request.ts";

/** The service and operation that a request names, each in its own protocol. */
export type AwsRequest =
  | { readonly service: "codedeploy" | "cognito-identity"; readonly operation: string }
  | { readonly service: "sts"; readonly operation: string; readonly parameters: URLSearchParams };

const servicesByTarget: Readonly<Record<string, "codedeploy" | "cognito-identity">> = {
  CodeDeploy_20141006: "codedeploy",
  AWSCognitoIdentityService: "cognito-identity",
};

/** Finds out what a request wants: from `X-Amz-Target` in the JSON protocol, from `Action` in the query protocol. */
export function awsRequestOf({ headers, body }: ReceivedRequest): AwsRequest | undefined {
  const [target = "", operation = ""] = (headers["x-amz-target"] ?? "").split(".");
  const service = servicesByTarget[target];
  if (service) return { service, operation };
  if (!headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return undefined;
  const parameters = new URLSearchParams(body);
  return { service: "sts", operation: parameters.get("Action") ?? "", parameters };
}
