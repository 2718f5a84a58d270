// @vitest-environment jsdom
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { QUIET_MS } from "../../src/queries/polling/poll-interval.ts";
import { group, ids, showGroup, succeeded } from "./group-page.tsx";
import { NOW_MS, clear, described, pass, prepareListPages, refused, text, throttled } from "./list-page.tsx";

// The fixed sentences of a group's page, each beside an answer that would make it false.

prepareListPages();

/** A group with three deployments of this status, of which AWS says no times. */
const withStatus = (status: "Stopped" | "Queued") =>
  group(ids(3), {
    batchGetDeployments: async ({ deploymentIds }) =>
      deploymentIds.map((deploymentId) => described({ deploymentId, status })),
  });

describe("the page of a group does not say", () => {
  test("that it has no deployment, where AWS's list goes on after an empty page", async () => {
    await showGroup(group([], { listDeployments: async () => ({ items: [], nextToken: "more" }) }));
    expect(text()).toContain("AWS has listed no deployment so far.");
    expect(text()).not.toContain("lists no deployment of this group");
  });

  test("more than that AWS lists none, where it lists none", async () => {
    await showGroup(group([]));
    expect(text()).toContain("AWS lists no deployment of this group.");
    expect(text()).toContain("AWS names no deployment to this group that has succeeded.");
    expect(text()).not.toMatch(/\d read/);
  });

  test("that none fits, where the address names a filter that there is not", async () => {
    await showGroup(group([]), "?status=nonsense");
    expect(text()).not.toContain("that fits");
  });

  test("that only ids are known, where that is so on the second page alone", async () => {
    const batches = vi
      .fn<NonNullable<Partial<CodeDeploy>["batchGetDeployments"]>>()
      .mockImplementation(({ deploymentIds }) =>
        deploymentIds.includes("d-1050")
          ? refused("BatchGetDeployments")
          : Promise.resolve(deploymentIds.map((id) => described(succeeded(id)))),
      );
    await showGroup(group(ids(60), { batchGetDeployments: batches }));
    expect(text()).toContain("50 read");
    fireEvent.click(screen.getByText("Show up to 50 more"));
    await pass(50);
    expect(text()).toContain("50 read");
    expect(text()).toContain("Only the id is known of 10 deployments");
    expect(screen.getByLabelText("Deployments, newest first").childElementCount).toBe(50);
    expect(screen.getByText("d-1055").closest("a")).not.toBeNull();
  });

  test("nothing of what AWS lists and does not describe", async () => {
    await showGroup(group(ids(3), { batchGetDeployments: async () => [described(succeeded("d-1000"))] }));
    expect(text()).toContain("1 read");
    expect(text()).toContain("Only the id is known of 2 deployments: AWS lists more than it describes");
  });

  test("that the list is not up to date, where AWS throttles the reading of more; nor that another list lacks more", async () => {
    let isThrottled = false;
    const answers = group(ids(60), {
      batchGetDeployments: ({ deploymentIds }) =>
        isThrottled ? throttled() : Promise.resolve(deploymentIds.map((id) => described(succeeded(id)))),
    });
    await showGroup(answers);
    isThrottled = true;
    fireEvent.click(screen.getByText("Show up to 50 more"));
    await pass(50);
    expect(text()).toContain("No more deployments were read");
    expect(text()).toContain("50 read");
    expect(text()).not.toContain("Not up to date");
    isThrottled = false;
    await showGroup(answers, "?status=succeeded");
    expect(text()).toContain("50 read");
    expect(text()).not.toContain("No more deployments were read");
  });

  test("that it tries again by itself, where it does not; and it does, as often as for a deployment", async () => {
    const list = vi.fn<NonNullable<Partial<CodeDeploy>["listDeployments"]>>(throttled);
    await showGroup(group([], { listDeployments: list }));
    expect(text()).toContain("Wait: the page tries again by itself");
    expect(text()).toContain("Trying again by itself in");
    expect(list).toHaveBeenCalledTimes(1);
    await pass(15_000);
    expect(list).toHaveBeenCalledTimes(2);
    expect(text()).toContain("AWS asks for fewer requests");
    list.mockResolvedValue({ items: ["d-1000"], nextToken: undefined });
    await pass(30_000);
    expect(text()).toContain("1 read");
    await pass(600_000);
    expect(list, "nothing is read by itself once there is an answer").toHaveBeenCalledTimes(3);
  });

  test("anything anew where a filter is chosen: what stands beside the list stays, and the filter keeps the focus", async () => {
    await showGroup(group(ids(2)));
    const filter = screen.getByText("Failed");
    filter.focus();
    const under = vi.fn<() => Promise<never>>(() => new Promise<never>(() => {}));
    await showGroup(group([], { listDeployments: under }), "?status=failed");
    expect(under).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(filter);
    expect(text()).toContain("Loading the deployments…");
    expect(text()).toContain("Settings today");
    expect(text()).not.toContain("Only the id is known");
  });

  test("a refusal is not asked for again", async () => {
    const list = vi.fn<NonNullable<Partial<CodeDeploy>["listDeployments"]>>(() => refused("ListDeployments"));
    await showGroup(group([], { listDeployments: list }));
    await pass(600_000);
    expect(list).toHaveBeenCalledTimes(1);
    expect(text()).not.toContain("Trying again by itself");
  });

  test("that nothing has changed, where what ran was deleted", async () => {
    const answers = vi
      .fn<NonNullable<Partial<CodeDeploy>["batchGetDeployments"]>>()
      .mockResolvedValueOnce([
        described({ deploymentId: "d-1000", status: "InProgress", createTime: NOW_MS }),
      ])
      .mockResolvedValue([]);
    await showGroup(group(["d-1000"], { batchGetDeployments: answers }));
    expect(text()).not.toContain("no longer describes");
    await pass(QUIET_MS + 1_000);
    expect(text()).toContain("AWS no longer describes 1 deployment of this list");
  });

  test("that none fits the filter, where AWS lists by some of its statuses only", async () => {
    await showGroup(
      group([], {
        listDeployments: ({ statuses }) =>
          statuses?.includes("Ready")
            ? Promise.reject(new AppError("unknown", { awsCode: "InvalidDeploymentStatusException" }))
            : Promise.resolve({ items: [], nextToken: undefined }),
      }),
      "?status=running",
    );
    expect(text()).toContain("AWS does not list by the statuses Baking and Ready");
    await showGroup(group([]), "?status=failed");
    expect(text()).not.toContain("does not list by");
  });

  test("a share of successes, where none has ended; and counts stopped ones as not succeeded", async () => {
    await showGroup(withStatus("Stopped"));
    expect(text()).toContain("0 of 3 succeeded (0%)");
    expect(text()).toContain("Duration not known");
    clear();
    await showGroup(withStatus("Queued"));
    expect(text()).not.toContain("succeeded (");
  });
});
