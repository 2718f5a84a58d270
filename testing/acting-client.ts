import type { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import {
  BatchGetDeploymentTargetsCommand,
  ContinueDeploymentCommand,
  GetDeploymentCommand,
  ListDeploymentTargetsCommand,
  StopDeploymentCommand,
} from "@aws-sdk/client-codedeploy";
import type { DeploymentInfo, DeploymentTarget, DeploymentWaitType } from "@aws-sdk/client-codedeploy";
import { beforeAll } from "vitest";
import type { TestEmulator } from "./test-emulator.ts";

/** The real SDK with a role that may act, in the calls that tests of actions make again and again. */
export interface ActingClient {
  readonly codeDeploy: CodeDeployClient;
  /** A stop; without the second argument, autoRollbackEnabled is not sent. */
  stop: (deploymentId: string, autoRollbackEnabled?: boolean) => ReturnType<typeof sendStop>;
  /** Ends a wait. */
  goOn: (deploymentId: string, deploymentWaitType: DeploymentWaitType) => Promise<unknown>;
  /** What GetDeployment answers. */
  info: (deploymentId: string) => Promise<DeploymentInfo | undefined>;
  /** The first 25 targets. */
  targets: (deploymentId: string) => Promise<DeploymentTarget[]>;
}

/** @returns what asks the emulator of a test file, once the first test runs */
export function actingClientFor(emulator: TestEmulator): ActingClient {
  let made: CodeDeployClient | undefined;
  beforeAll(async () => {
    made = await emulator.client({}, { allow: ["codedeploy:*"] });
  });
  const client = () => {
    if (!made) throw new Error("The client is there once the first test runs.");
    return made;
  };
  return {
    get codeDeploy() {
      return client();
    },
    stop: (deploymentId, autoRollbackEnabled) => sendStop(client(), deploymentId, autoRollbackEnabled),
    goOn: (deploymentId, deploymentWaitType) =>
      client().send(new ContinueDeploymentCommand({ deploymentId, deploymentWaitType })),
    info: async (deploymentId) =>
      (await client().send(new GetDeploymentCommand({ deploymentId }))).deploymentInfo,
    targets: async (deploymentId) => {
      const { targetIds = [] } = await client().send(new ListDeploymentTargetsCommand({ deploymentId }));
      const batch = new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: targetIds.slice(0, 25) });
      return (await client().send(batch)).deploymentTargets ?? [];
    },
  };
}

function sendStop(client: CodeDeployClient, deploymentId: string, autoRollbackEnabled?: boolean) {
  return client.send(
    new StopDeploymentCommand({
      deploymentId,
      ...(autoRollbackEnabled !== undefined && { autoRollbackEnabled }),
    }),
  );
}
