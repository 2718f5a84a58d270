// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { Deployment } from "../../src/codedeploy/deployment/deployment.ts";
import type { DeploymentGroup } from "../../src/codedeploy/group/deployment-group.ts";
import { ApplicationPage } from "../../src/pages/application/ApplicationPage.tsx";
import { ComparePage } from "../../src/pages/compare/ComparePage.tsx";
import { GroupTile } from "../../src/pages/wall/GroupTile.tsx";
import { STILL_MS } from "../../src/queries/polling/poll-interval.ts";
import { makeTarget } from "../make-target.ts";
import {
  NAME,
  NOW_MS,
  REGION,
  REGIONS,
  clear,
  described,
  pass,
  refused,
  show,
  text,
  throttled,
  prepareListPages,
} from "./list-page.tsx";

// The fixed sentences of an application's page, a comparison and the wall, each beside an answer that would make it false.

prepareListPages();

const PLACE = { region: REGION, applicationName: NAME, deploymentGroupName: NAME };

/** An application with these groups. */
function application(
  groups: readonly DeploymentGroup[],
  others: Partial<CodeDeploy> = {},
): Partial<CodeDeploy> {
  return {
    listDeploymentGroups: async () => ({
      items: groups.map(({ deploymentGroupName = "" }) => deploymentGroupName),
      nextToken: undefined,
    }),
    batchGetDeploymentGroups: async () => [...groups],
    batchGetDeployments: async () => [],
    ...others,
  };
}

const showApplication = (answers: Partial<CodeDeploy>) =>
  show(answers, <ApplicationPage region={REGION} applicationName={NAME} regions={REGIONS} />);

describe("the page of an application does not say", () => {
  test("that it has no group, where AWS's list goes on after an empty page", async () => {
    await showApplication(
      application([], { listDeploymentGroups: async () => ({ items: [], nextToken: "more" }) }),
    );
    expect(text()).toContain("AWS has listed no group so far.");
    expect(text()).toContain("0 groups read");
  });

  test("that nobody has deployed, where AWS names no deployment", async () => {
    await showApplication(application([{ deploymentGroupName: NAME }]));
    expect(text()).toContain("AWS names no deployment to this group");
    expect(text()).toContain("AWS names none that has succeeded");
    expect(text()).not.toContain("Something else may run");
  });

  test("for how long its status has lasted: AWS says when it was created", async () => {
    const attempt = { deploymentId: "d-READY", status: "Ready", createTime: NOW_MS - 600_000 } as const;
    await showApplication(application([{ deploymentGroupName: NAME, lastAttemptedDeployment: attempt }]));
    expect(text()).toContain("Last attempt: Ready, 10m so far");
  });

  test("that the target revision has succeeded, where another attempt came after the last success", async () => {
    const group = {
      deploymentGroupName: NAME,
      targetRevision: { revisionType: "GitHub", gitHubLocation: { repository: "acme/shop", commitId: "a1" } },
      lastSuccessfulDeployment: { deploymentId: "d-OK", status: "Succeeded", createTime: NOW_MS - 2 },
    } as const;
    await showApplication(application([group]));
    expect(text()).toContain("Last success: acme/shop");
    clear();
    const attempt = { deploymentId: "d-BAD", status: "Failed", createTime: NOW_MS - 1 } as const;
    await showApplication(application([{ ...group, lastAttemptedDeployment: attempt }]));
    expect(text()).toContain("Something else may run. Last success: d-OK");
    expect(text()).not.toContain("acme/shop");
  });

  test("anything of a group that was deleted between the calls", async () => {
    await showApplication(
      application([{ deploymentGroupName: NAME }], { batchGetDeploymentGroups: async () => [] }),
    );
    expect(text()).toContain("Its state is not known");
    expect(text()).not.toContain("AWS names no deployment");
  });

  test("that the state of all groups is not known, where that is so on the second page alone", async () => {
    const answers = application([], {
      listDeploymentGroups: async ({ nextToken }) =>
        nextToken === undefined
          ? { items: ["one"], nextToken: "more" }
          : { items: ["three", "two"], nextToken: undefined },
      batchGetDeploymentGroups: ({ deploymentGroupNames }) =>
        deploymentGroupNames.includes("two")
          ? refused("BatchGetDeploymentGroups")
          : Promise.resolve([{ deploymentGroupName: "one" }]),
    });
    await showApplication(answers);
    expect(text()).toContain("1 group read");
    fireEvent.click(screen.getByRole("button", { name: "Show more groups" }));
    await pass(50);
    expect(text()).toContain("The state of 2 groups is not known");
  });

  test("that an attempt ended when it was created", async () => {
    const attempt = { deploymentId: "d-1000", status: "Failed", createTime: NOW_MS - 60_000 } as const;
    await showApplication(application([{ deploymentGroupName: NAME, lastAttemptedDeployment: attempt }]));
    expect(text()).toMatch(/Last attempt: Failed, created /);
  });
});

const COMPARED = ["d-AAAAAAAAA", "d-BBBBBBBBB"] as const;

async function compare(one: Deployment, other: Deployment, others: Partial<CodeDeploy> = {}): Promise<void> {
  const both = [
    { ...one, deploymentId: COMPARED[0] },
    { ...other, deploymentId: COMPARED[1] },
  ];
  await show(
    {
      batchGetDeployments: async () => both.map(described),
      listDeploymentTargets: async () => ({ kind: "ids", ids: [], nextToken: undefined }),
      batchGetDeploymentTargets: async () => [],
      ...others,
    },
    <ComparePage region={REGION} deploymentIds={COMPARED} regions={REGIONS} />,
  );
}

describe("a comparison does not say", () => {
  test("that one of them has not ended, where both have not; nor anything of that where both have", async () => {
    await compare({ status: "InProgress" }, { status: "Queued" });
    expect(text()).toContain("Neither of them has ended");
    clear();
    await compare({ status: "InProgress" }, { status: "Failed" });
    expect(text()).toContain("One of them has not ended");
    clear();
    await compare({ status: "Stopped" }, { status: "Failed" });
    expect(text()).not.toMatch(/ended/);
  });

  test("that they are of different groups, where AWS does not name the group of one", async () => {
    await compare({ status: "Failed", deploymentGroupName: "prod" }, { status: "Failed" });
    expect(text()).not.toContain("different groups");
    clear();
    await compare(
      { status: "Failed", deploymentGroupName: "prod" },
      { status: "Failed", deploymentGroupName: "test" },
    );
    expect(text()).toContain("different groups");
  });

  test("that the same revision is a redeploy: others may lie between them, or it is one deployment", async () => {
    const revision = {
      revisionType: "GitHub",
      gitHubLocation: { repository: "acme/shop", commitId: "1".repeat(40) },
    } as const;
    await compare({ status: "Failed", revision }, { status: "Failed", revision });
    expect(text()).toContain("Both have the same revision.");
    expect(text()).not.toContain("redeploy");
    expect(text()).not.toContain("twice");
    clear();
    const [id] = COMPARED;
    const one = described({ deploymentId: id, status: "Failed", revision });
    await show(
      {
        batchGetDeployments: async () => [one],
        listDeploymentTargets: async () => ({ kind: "ids", ids: [], nextToken: undefined }),
        batchGetDeploymentTargets: async () => [],
      },
      <ComparePage region={REGION} deploymentIds={[id, id]} regions={REGIONS} />,
    );
    expect(text()).toContain("The address names one deployment twice");
  });

  test("that no target is in both, where AWS lists none of one of them", async () => {
    await compare({ status: "Failed" }, { status: "Created" });
    expect(text()).toContain("AWS lists no targets of either.");
    expect(text()).not.toContain("in both");
  });

  test("what the targets did before, once it has been read again", async () => {
    let status = "InProgress";
    const targets = {
      listDeploymentTargets: async () => ({ kind: "ids" as const, ids: ["i-1"], nextToken: undefined }),
      batchGetDeploymentTargets: async ({ deploymentId }: { deploymentId: string }) => [
        makeTarget({ id: "i-1", status: deploymentId === COMPARED[0] ? "Succeeded" : status }),
      ],
    };
    await compare({ status: "Succeeded" }, { status: "InProgress" }, targets);
    expect(screen.getByRole("table", { name: "Targets with another status" }).textContent).toContain(
      "in progress",
    );
    status = "Succeeded";
    fireEvent.click(screen.getByRole("button", { name: "Read again" }));
    await pass(50);
    expect(screen.queryByRole("table", { name: "Targets with another status" })).toBeNull();
    expect(text()).not.toContain("not up to date");
  });

  test("that the targets are up to date, where reading them again failed", async () => {
    const list = vi.fn<NonNullable<Partial<CodeDeploy>["listDeploymentTargets"]>>();
    list.mockResolvedValueOnce({ kind: "ids", ids: [], nextToken: undefined });
    list.mockResolvedValueOnce({ kind: "ids", ids: [], nextToken: undefined });
    list.mockImplementation(throttled);
    await compare({ status: "InProgress" }, {}, { listDeploymentTargets: list });
    fireEvent.click(screen.getByRole("button", { name: "Read again" }));
    await pass(50);
    expect(text()).toContain("Steps and targets are not up to date");
  });

  test("that it is up to date, where reading it again failed", async () => {
    const read = vi.fn<NonNullable<Partial<CodeDeploy>["batchGetDeployments"]>>();
    read.mockResolvedValueOnce(
      COMPARED.map((deploymentId) => described({ deploymentId, status: "InProgress" })),
    );
    read.mockImplementation(throttled);
    await compare({}, {}, { batchGetDeployments: read });
    fireEvent.click(screen.getByRole("button", { name: "Read again" }));
    await pass(50);
    expect(text()).toContain("Not up to date");
  });
});

test("the wall does not promise to show a group's first deployment while AWS is not heard", async () => {
  const list = vi.fn<NonNullable<Partial<CodeDeploy>["listDeployments"]>>();
  list.mockResolvedValueOnce({ items: [], nextToken: undefined });
  list.mockImplementation(throttled);
  await show({ listDeployments: list }, <GroupTile {...PLACE} regions={REGIONS} isOnly={false} />);
  expect(text()).toContain("The first one is shown as soon as AWS lists it.");
  await pass(STILL_MS + 1_000);
  expect(text()).toContain("The first one may be missing: AWS asks for fewer requests");
});
