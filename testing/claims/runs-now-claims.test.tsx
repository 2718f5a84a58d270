// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { Ecs } from "../../src/aws/ecs/operations.ts";
import type { DeploymentGroup } from "../../src/codedeploy/group/deployment-group.ts";
import { group, ids, showGroup } from "./group-page.tsx";
import { NOW_MS, clear, pass, prepareListPages, refused, text, throttled } from "./list-page.tsx";
import { makeTaskSet } from "../make-task-set.ts";

// What a group's page says of what runs now, beside answers that would make it false.

prepareListPages();

describe("what runs now is not said to be", () => {
  test("without a doubt, where AWS does not describe what last succeeded", async () => {
    const known = {
      getDeploymentGroup: async () => ({ lastSuccessfulDeployment: { deploymentId: "d-900" } }),
    };
    for (const batchGetDeployments of [() => refused("BatchGetDeployments"), async () => []]) {
      await showGroup(group(ids(1), { ...known, batchGetDeployments }));
      expect(text()).toContain("whether instances failed or were skipped in it is not known");
      expect(text()).not.toContain("As CodeDeploy last left it");
      clear();
    }
  });

  test("certain by what ECS said before the group was read anew", async () => {
    const last = { deploymentId: "d-1000", status: "Succeeded", createTime: NOW_MS } as const;
    const taskSet = makeTaskSet({
      status: "PRIMARY",
      deploymentId: "d-1000",
      taskDefinition: "shop:1",
      desired: 1,
      pending: 0,
      running: 1,
    });
    const today: DeploymentGroup = {
      computePlatform: "ECS",
      ecsServices: [{ clusterName: "prod", serviceName: "shop" }],
      lastSuccessfulDeployment: last,
      lastAttemptedDeployment: last,
    };
    const read = vi.fn<NonNullable<Partial<CodeDeploy>["getDeploymentGroup"]>>().mockResolvedValue(today);
    const service = vi
      .fn<NonNullable<Partial<Ecs>["describeServices"]>>()
      .mockResolvedValueOnce({ events: [], taskSets: [taskSet] })
      .mockImplementation(throttled);
    await showGroup(group(ids(1), { getDeploymentGroup: read }), "", {
      joins: ["ecs"],
      ecs: { describeServices: service },
    });
    expect(text()).toContain("Certain: ECS says");
    read.mockResolvedValue({
      ...today,
      lastAttemptedDeployment: { deploymentId: "d-NEXT", status: "InProgress", createTime: NOW_MS + 1 },
    });
    fireEvent.click(screen.getByRole("button", { name: "Refresh now" }));
    await pass(50);
    expect(text()).toContain("d-NEXT is not over");
    expect(text()).not.toContain("Certain");
  });
});
