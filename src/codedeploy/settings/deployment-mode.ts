import type { DeploymentMode } from "@aws-sdk/client-codedeploy";
import type { Explained } from "./explain.ts";
import { explain } from "./explain.ts";

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html */
const MODES: Readonly<Record<DeploymentMode, Explained>> = {
  STANDARD: { word: "Standard", meaning: "Installs the revision." },
  RESTART: {
    word: "Restart",
    meaning:
      "Restarts the application with the revision of the group's last successful deployment; nothing is downloaded.",
  },
};

/** Whether the deployment installs a revision or only restarts the application. Absent is not `STANDARD`. */
export function deploymentMode(mode: string | undefined): Explained | undefined {
  return explain(MODES, mode);
}
