import { QueryClient, QueryObserver } from "@tanstack/react-query";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { DeploymentPoll } from "../../src/queries/polling/deployment-poll.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import { fakeAws } from "../../testing/fake-aws.ts";

/** Somebody who watches a deployment: the app's own polling, without its page. */
export interface Viewer {
  readonly poll: DeploymentPoll;
  /** The status that is on the screen. */
  status(): string | undefined;
  leave(): void;
}

/** Opens the page. */
export function watch(codeDeploy: CodeDeploy, deploymentId: string, account: string): Viewer {
  const client = new QueryClient();
  client.mount();
  const deployments = createDeployments(fakeAws(codeDeploy), client, account);
  const poll = deployments.poll({ region: "us-east-1", deploymentId });
  const observer = new QueryObserver(client, poll.options);
  const leave = observer.subscribe(() => {});
  return {
    poll,
    status: () => observer.getCurrentResult().data?.deployment.status,
    leave: () => {
      leave();
      client.unmount();
      client.clear();
    },
  };
}
