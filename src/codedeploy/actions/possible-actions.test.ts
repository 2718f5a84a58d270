import type { ComputePlatform, DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { describe, expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import { keysOf } from "../../values/look-up.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { Target } from "../targets/target.ts";
import type { ActionKind } from "./action.ts";
import { ACTION_KINDS } from "./action.ts";
import { actionOffers, obstacleTo } from "./possible-actions.ts";

const STATUSES: Readonly<Record<DeploymentStatus, { isOver: boolean }>> = {
  Created: { isOver: false },
  Queued: { isOver: false },
  InProgress: { isOver: false },
  Baking: { isOver: false },
  Ready: { isOver: false },
  Succeeded: { isOver: true },
  Failed: { isOver: true },
  Stopped: { isOver: true },
};

const PLATFORMS: Readonly<Record<ComputePlatform, readonly Deployment[]>> = {
  Server: [
    { deploymentStyle: { deploymentType: "IN_PLACE" } },
    { deploymentStyle: { deploymentType: "BLUE_GREEN" }, instanceTerminationWaitTimeStarted: true },
    {
      deploymentStyle: { deploymentType: "BLUE_GREEN" },
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      },
    },
  ],
  ECS: [
    { deploymentStyle: { deploymentType: "BLUE_GREEN" } },
    {
      deploymentStyle: { deploymentType: "BLUE_GREEN" },
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      },
    },
  ],
  Lambda: [{ deploymentStyle: { deploymentType: "BLUE_GREEN" } }],
};

const CREATORS = [
  "user",
  "codeDeployRollback",
  "CloudFormation",
  "CloudFormationRollback",
  undefined,
] as const;

const succeeded: Target[] = [
  makeTarget({
    status: "Succeeded",
    facts: { kind: "ecs", taskSets: [] },
    events: [makeEvent("Install", { status: "Succeeded" })],
  }),
];

const named: Deployment = {
  applicationName: "checkout-api",
  deploymentGroupName: "prod",
  revision: {
    revisionType: "GitHub",
    gitHubLocation: { repository: "acme/checkout-api", commitId: "4e9d65e" },
  },
};

/** Every platform, status, configuration, creator, and targets that have ended or are not known. */
const SITUATIONS = keysOf(PLATFORMS).flatMap((computePlatform) =>
  PLATFORMS[computePlatform].flatMap((settings) =>
    keysOf(STATUSES).flatMap((status) =>
      CREATORS.flatMap((creator) =>
        [[], succeeded].map((targets) => ({
          deployment: {
            computePlatform,
            status,
            ...named,
            ...settings,
            ...(creator && { creator }),
          } as Deployment,
          targets,
        })),
      ),
    ),
  ),
);

/** What is possible, told from AWS's rules in the plainest words, to be held against the code. */
function isPossible(
  kind: ActionKind,
  { status, computePlatform, creator, ...rest }: Deployment,
  hasEndedTargets: boolean,
): boolean {
  if (status === undefined || /cloudformation/i.test(creator ?? "")) return false;
  const isNew = kind === "redeploy" || kind === "roll-back-to" || kind === "restart";
  if (STATUSES[status].isOver !== isNew) return false;
  const isBlueGreen = rest.deploymentStyle?.deploymentType === "BLUE_GREEN";
  const isKept =
    rest.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess?.action === "KEEP_ALIVE";
  switch (kind) {
    case "stop":
      return true;
    case "stop-and-roll-back":
      return status !== "Created" && status !== "Queued";
    case "reroute":
      return status === "Ready" && isBlueGreen;
    case "end-wait":
      return (
        status === "InProgress" &&
        isBlueGreen &&
        !isKept &&
        (computePlatform === "ECS" ? hasEndedTargets : rest.instanceTerminationWaitTimeStarted === true)
      );
    case "redeploy":
    case "roll-back-to":
      return true;
    case "restart":
      return computePlatform === "Server" && !isBlueGreen;
  }
}

test("what is possible follows from platform, status, configuration, creator and wait", () => {
  expect(SITUATIONS).toHaveLength(6 * 8 * 5 * 2);
  for (const { deployment, targets } of SITUATIONS) {
    const found = ACTION_KINDS.filter((kind) => obstacleTo(kind, deployment, targets) === undefined);
    const expected = ACTION_KINDS.filter((kind) => isPossible(kind, deployment, targets.length > 0));
    expect({ deployment, found }).toEqual({ deployment, found: expected });
  }
});

test("what is offered is possible, or it is said why it is not", () => {
  for (const { deployment, targets } of SITUATIONS) {
    for (const { kind, obstacle } of actionOffers(deployment, targets)) {
      expect(obstacle).toEqual(obstacleTo(kind, deployment, targets));
      expect(obstacle?.reason ?? "Possible.").toMatch(/^[A-Z].*\.$/);
    }
  }
});

describe("a deployment that CloudFormation runs", () => {
  test("is stopped by way of its stack, which is said once", () => {
    const offers = actionOffers(
      { status: "InProgress", creator: "CloudFormation", computePlatform: "ECS" },
      [],
    );
    expect(offers).toHaveLength(1);
    expect(offers[0]?.obstacle?.reason).toContain("Cancel the update of its stack");
  });
});

const ecs = (beforeInstall: string, install = "Pending") =>
  makeTarget({
    status: "InProgress",
    facts: { kind: "ecs", taskSets: [] },
    events: [
      makeEvent("BeforeInstall", { status: beforeInstall }),
      makeEvent("Install", { status: install }),
    ],
  });
const rollBack = (target: Target) =>
  obstacleTo("stop-and-roll-back", { status: "InProgress", computePlatform: "ECS" }, [target]);

describe("an ECS deployment in BeforeInstall", () => {
  test("cannot be rolled back, which is said where the action would stand", () => {
    expect(rollBack(ecs("InProgress"))).toMatchObject({ isWorthSaying: true });
    expect(rollBack(ecs("Pending"))).toMatchObject({ isWorthSaying: true });
  });

  test("can be from then on", () => {
    expect(rollBack(ecs("Succeeded"))).toBeUndefined();
    expect(rollBack(ecs("Succeeded", "InProgress"))).toBeUndefined();
    expect(rollBack(ecs("Skipped", "InProgress"))).toBeUndefined();
  });

  test("is like any other on EC2, where that event is an instance's", () => {
    const target = makeTarget({ events: [makeEvent("BeforeInstall", { status: "InProgress" })] });
    expect(
      obstacleTo("stop-and-roll-back", { status: "InProgress", computePlatform: "Server" }, [target]),
    ).toBeUndefined();
  });
});

test("a status that nobody knows yet may be stopped; one that AWS did not send may not", () => {
  const deployment: Deployment = JSON.parse('{"status": "Hatching", "computePlatform": "ECS"}');
  expect(obstacleTo("stop", deployment, [])).toBeUndefined();
  expect(obstacleTo("reroute", deployment, [])).toBeDefined();
  expect(obstacleTo("stop", { computePlatform: "ECS" }, [])).toBeDefined();
});
