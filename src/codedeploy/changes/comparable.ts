import type { Deployment } from "../deployment/deployment.ts";

/** Whether other services can tell what a deployment changes: of ECS where its revision is an AppSpec, and of every one of Lambda. */
export function isComparable({ computePlatform, revision }: Deployment): boolean {
  return (
    computePlatform === "Lambda" ||
    (computePlatform === "ECS" && (revision?.appSpecContent ?? revision?.string) !== undefined)
  );
}
