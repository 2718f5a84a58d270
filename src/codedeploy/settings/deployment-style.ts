import type { DeploymentMode, DeploymentOption, DeploymentType } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import type { Explained } from "./explain.ts";
import { explain } from "./explain.ts";

const TYPES: Readonly<Record<DeploymentType, Explained>> = {
  IN_PLACE: { word: "In place", meaning: "The instances that run the application are updated themselves." },
  BLUE_GREEN: {
    word: "Blue/green",
    meaning: "A replacement is set up beside the original and takes over its traffic.",
  },
};

const OPTIONS: Readonly<Record<DeploymentOption, Explained>> = {
  WITH_TRAFFIC_CONTROL: { word: "With traffic control", meaning: "CodeDeploy moves the traffic." },
  WITHOUT_TRAFFIC_CONTROL: {
    word: "Without traffic control",
    meaning: "No load balancer takes part: CodeDeploy neither holds traffic back nor moves it.",
  },
};

export interface StyleFacts {
  type: Explained | undefined;
  trafficControl: Explained | undefined;
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentStyle.html */
export function deploymentStyle({ deploymentStyle: style }: Deployment): StyleFacts {
  return {
    type: explain(TYPES, style?.deploymentType),
    trafficControl: explain(OPTIONS, style?.deploymentOption),
  };
}

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
