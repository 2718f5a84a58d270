import type { QueryClient } from "@tanstack/react-query";
import type { Aws } from "../aws/aws.ts";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import type { DeploymentPoll } from "./polling/deployment-poll.ts";
import { deploymentPoll } from "./polling/deployment-poll.ts";
import { createRequestSlots, MAX_IN_FLIGHT } from "./polling/request-slots.ts";
import { createTabShare } from "./polling/tab-share.ts";
import type { TargetsPoll } from "./polling/targets-poll.ts";
import { targetsPoll } from "./polling/targets-poll.ts";

/** The deployments that this tab has asked for, each with its polling. */
export interface Deployments {
  /** For what is asked once and not polled. */
  aws: Aws;
  /** What tells this account's deployments from another's, for the tabs of this browser. */
  account: string;
  poll(ref: DeploymentRef): DeploymentPoll;
  targets(ref: DeploymentRef): TargetsPoll;
  /** Lets polls ask in another way than by GetDeployment, each for itself; `undefined` for that again. */
  askThrough(ask: CodeDeploy["getDeployment"] | undefined): void;
  /** Sends the first request ahead of the view that will show its answer. Never rejects. */
  prefetch(ref: DeploymentRef): Promise<void>;
  /** The same for the targets of a deployment that is known to have started: beside the first request. */
  prefetchTargets(ref: DeploymentRef): Promise<void>;
}

/**
 * @param queryClient must be the one that the views use
 * @param account what tells this account's deployments from another's, for the tabs of this browser that share them
 */
export function createDeployments(aws: Aws, queryClient: QueryClient, account: string): Deployments {
  const { codeDeploy } = aws;
  const slots = createRequestSlots(MAX_IN_FLIGHT);
  const share = onceForEach(({ region, deploymentId }) =>
    createTabShare(`deploywatch ${account} ${region}/${deploymentId}`),
  );
  let ask = codeDeploy.getDeployment;
  const poll = onceForEach((ref) =>
    deploymentPoll({ ask: (...args) => ask(...args), ref, client: queryClient, share: share(ref) }),
  );
  const targets = onceForEach((ref) =>
    targetsPoll({
      codeDeploy,
      ref,
      slots,
      client: queryClient,
      share: share(ref),
      deployment: () => queryClient.getQueryData(poll(ref).options.queryKey)?.deployment,
      hasStopped: () => poll(ref).store.get().error?.isTransient === false,
    }),
  );
  return {
    aws,
    account,
    poll,
    targets,
    askThrough: (other = codeDeploy.getDeployment) => {
      ask = other;
    },
    prefetch: (ref) => queryClient.prefetchQuery(poll(ref).options),
    prefetchTargets: (ref) => queryClient.prefetchQuery(targets(ref).options),
  };
}

function onceForEach<Made>(make: (ref: DeploymentRef) => Made): (ref: DeploymentRef) => Made {
  const made = new Map<string, Made>();
  return ({ region, deploymentId }) => {
    const key = `${region}/${deploymentId}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make({ region, deploymentId });
    made.set(key, fresh);
    return fresh;
  };
}
