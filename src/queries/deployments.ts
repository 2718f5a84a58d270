import type { QueryClient } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/code-deploy.ts";
import type { DeploymentRef } from "../domain/deployment.ts";
import type { DeploymentPoll } from "./deployment-poll.ts";
import { deploymentPoll } from "./deployment-poll.ts";

/** The deployments that this tab has asked for, each with its polling. */
export interface Deployments {
  poll(ref: DeploymentRef): DeploymentPoll;
  /** Sends the first request ahead of the view that will show its answer. Never rejects. */
  prefetch(ref: DeploymentRef): Promise<void>;
}

/** @param queryClient must be the one that the views use */
export function createDeployments(codeDeploy: CodeDeploy, queryClient: QueryClient): Deployments {
  const polls = new Map<string, DeploymentPoll>();
  const poll = (ref: DeploymentRef) => {
    const key = `${ref.region}/${ref.deploymentId}`;
    const known = polls.get(key);
    if (known) return known;
    const made = deploymentPoll(codeDeploy, ref);
    polls.set(key, made);
    return made;
  };
  return { poll, prefetch: (ref) => queryClient.prefetchQuery(poll(ref).options) };
}
