import type { FileExistsBehavior } from "@aws-sdk/client-codedeploy";
import type { Explained } from "./explain.ts";
import { explain } from "./explain.ts";

const BEHAVIORS: Readonly<Record<FileExistsBehavior, Explained>> = {
  DISALLOW: {
    word: "Fail",
    meaning: "A file that stands there already, and is not of the previous deployment, fails the deployment.",
  },
  OVERWRITE: { word: "Overwrite", meaning: "The revision's file replaces the one on the instance." },
  RETAIN: { word: "Keep", meaning: "The file on the instance stays and becomes part of the deployment." },
};

/**
 * What happens when a file of the revision is already on an instance.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html
 */
export function fileExistsBehavior(behavior: string | undefined): Explained | undefined {
  return explain(BEHAVIORS, behavior);
}
