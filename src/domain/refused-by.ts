import type { AppError } from "./app-error.ts";

/**
 * Which service refused access, by the exception type that is its own: on the way to CodeDeploy, Cognito and STS
 * give the credentials first.
 */
export function refusedBy({
  action,
  awsCode,
}: Pick<AppError, "action" | "awsCode">): "cognito" | "sts" | "codedeploy" {
  if (awsCode === "NotAuthorizedException") return "cognito";
  return action?.startsWith("sts:") ? "sts" : "codedeploy";
}
