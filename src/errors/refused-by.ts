import type { AppError } from "./app-error.ts";

/**
 * The refusals of Cognito identity pools: guests are not admitted; the classic flow is off; the pool does not exist.
 * CodeDeploy and STS have no exceptions of these names.
 */
const COGNITO: ReadonlySet<string> = new Set([
  "NotAuthorizedException",
  "InvalidParameterException",
  "ResourceNotFoundException",
]);

/**
 * Which service refused access, by the exception type that is its own: on the way to CodeDeploy, Cognito and STS
 * give the credentials first.
 */
export function refusedBy({
  action,
  awsCode,
}: Pick<AppError, "action" | "awsCode">): "cognito" | "sts" | "codedeploy" {
  if (COGNITO.has(awsCode ?? "")) return "cognito";
  return action?.startsWith("sts:") ? "sts" : "codedeploy";
}
