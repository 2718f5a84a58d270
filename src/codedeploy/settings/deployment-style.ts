import type { DeploymentOption, DeploymentType } from "@aws-sdk/client-codedeploy";
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
    meaning: "No load balancer takes part: instances may get traffic while they are updated.",
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
