import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { isMissingPermission } from "../../errors/refusal.ts";

/**
 * Why a part of the page is missing or out of date, and what to do, in one line.
 *
 * @param what what is missing: "Not shown", "The planned steps are not shown"
 */
export function partProblemWords(error: AppError, what: string): string {
  if (error.action !== undefined && isMissingPermission(error)) {
    return `${what}: the role that this page uses may not call ${error.action}. Whoever runs this site can allow it.`;
  }
  if (error.awsCode === "DeploymentConfigDoesNotExistException") {
    return `${what}: the deployment configuration does not exist any more.`;
  }
  const { title } = errorWords(error);
  return `${what}: ${title}.${error.isTransient ? " The page tries again by itself." : ""}`;
}
