// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeAws } from "../../../testing/fake-aws.ts";
import { startClock, stopClock } from "../../../testing/stopped-clock.ts";
import type { Visitor } from "../../access/account.ts";
import { AccountProvider } from "../../access/account.ts";
import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { AppError } from "../../errors/app-error.ts";
import { DeploymentsProvider } from "../../queries/deployments-context.ts";
import { createDeployments } from "../../queries/deployments.ts";
import { AccountLists } from "./AccountLists.tsx";

const NOW_MS = Date.UTC(2026, 9, 21, 12);
const GUEST: Visitor = { kind: "guest", roleArn: "arn:aws:iam::111122223333:role/Guest" };

let client = new QueryClient();
beforeEach(() => {
  stopClock();
  vi.setSystemTime(NOW_MS);
  client = new QueryClient();
});
afterEach(() => {
  cleanup();
  client.clear();
  startClock();
});

const refused = (action: string) =>
  Promise.reject(new AppError("access-denied", { action: `codedeploy:${action}` }));

/** An account with a running deployment and a failed one in each Region, whose answers may be others. */
function account(others: Partial<CodeDeploy> = {}) {
  const listed: {
    region: string;
    statuses?: readonly string[] | undefined;
    createdFromMs?: number | undefined;
  }[] = [];
  const infos: Record<string, Deployment> = {
    "d-RUNS": {
      applicationName: "web",
      deploymentGroupName: "prod",
      status: "InProgress",
      createTime: NOW_MS - 60_000,
    },
    "d-FAILED": {
      applicationName: "shop",
      deploymentGroupName: "dev",
      status: "Failed",
      createTime: NOW_MS - 7_200_000,
    },
  };
  const answers: Partial<CodeDeploy> = {
    listDeployments: async (input) => {
      listed.push(input);
      return { items: input.statuses?.includes("Failed") ? ["d-FAILED"] : ["d-RUNS"], nextToken: undefined };
    },
    batchGetDeployments: async ({ deploymentIds }) =>
      deploymentIds.map((deploymentId) => ({
        deployment: { ...infos[deploymentId], deploymentId },
        raw: null,
      })),
    listApplications: async () => ({ items: ["web", "shop"], nextToken: undefined }),
    ...others,
  };
  return { listed, infos, answers };
}

async function show(answers: Partial<CodeDeploy>, regions = ["us-east-1"], visitor = GUEST) {
  render(
    <QueryClientProvider client={client}>
      <AccountProvider value={{ visitor }}>
        <DeploymentsProvider value={createDeployments(fakeAws(answers), client, "home")}>
          <AccountLists regions={regions} />
        </DeploymentsProvider>
      </AccountProvider>
    </QueryClientProvider>,
  );
  await pass(100);
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const part = (name: string) => screen.getByRole("region", { name });
const hrefs = (name: string) =>
  within(part(name))
    .getAllByRole("link")
    .map((link) => [link.textContent, link.getAttribute("href")]);

test("what runs, what failed in the last day and the applications of every Region are links", async () => {
  const { answers, listed } = account();
  await show(answers, ["us-east-1", "eu-west-1"]);
  expect(hrefs("Running now")).toEqual([
    ["web / prod", "/us-east-1/d-RUNS"],
    ["web / prod", "/eu-west-1/d-RUNS"],
  ]);
  expect(hrefs("Failed in the last 24 hours")[0]).toEqual(["shop / dev", "/us-east-1/d-FAILED"]);
  expect(hrefs("Applications")).toContainEqual(["shop", "/eu-west-1/applications/shop"]);
  expect(listed).toContainEqual({
    region: "eu-west-1",
    statuses: ["Failed"],
    createdFromMs: NOW_MS - 24 * 3_600_000,
  });
});

test("what runs is kept up to date, and keeps its row when it has ended", async () => {
  const { answers, infos } = account();
  await show(answers);
  expect(part("Running now").textContent).toContain("In progress");
  infos["d-RUNS"] = { ...infos["d-RUNS"], status: "Succeeded", completeTime: NOW_MS };
  await pass(15_000);
  expect(part("Running now").textContent).toContain("Succeeded");
});

test("where the role may list nothing, each part is one line", async () => {
  const { answers } = account({
    listDeployments: () => refused("ListDeployments"),
    listApplications: () => refused("ListApplications"),
  });
  await show(answers, ["us-east-1", "eu-west-1"]);
  expect(screen.queryAllByRole("region")).toEqual([]);
  expect(screen.getAllByText(/not shown/).map((line) => line.textContent)).toEqual([
    "What runs and what failed is not shown in us-east-1 and eu-west-1: this role may not call codedeploy:ListDeployments for all of the account.",
    "The applications are not shown in us-east-1 and eu-west-1: this role may not call codedeploy:ListApplications for all of the account.",
  ]);
});

test("a Region that does not answer takes nothing from the others, and is named with the reason", async () => {
  const { answers, listed } = account();
  await show(
    {
      ...answers,
      listDeployments: async (input, signal) => {
        if (input.region === "eu-west-1") throw new AppError("network");
        return (await answers.listDeployments?.(input, signal)) ?? { items: [], nextToken: undefined };
      },
    },
    ["us-east-1", "eu-west-1"],
  );
  expect(hrefs("Running now")).toHaveLength(1);
  expect(screen.getByText(/in eu-west-1: AWS cannot be reached/)).toBeDefined();
  expect(listed.length).toBeGreaterThan(0);
});

test("where the role may list deployments and not read them, they are shown by their ids", async () => {
  const { answers } = account({ batchGetDeployments: () => refused("BatchGetDeployments") });
  await show(answers);
  expect(hrefs("Running now")).toEqual([["d-RUNS", "/us-east-1/d-RUNS"]]);
  expect(part("Failed in the last 24 hours").textContent).toContain("Failed");
});

test("statuses that AWS's filter does not take are left out of it", async () => {
  const { answers } = account();
  const asked: unknown[] = [];
  await show({
    ...answers,
    listDeployments: async ({ statuses }) => {
      asked.push(statuses);
      if (statuses?.includes("Ready"))
        throw new AppError("unknown", { awsCode: "InvalidDeploymentStatusException" });
      return { items: statuses?.includes("Failed") ? [] : ["d-RUNS"], nextToken: undefined };
    },
  });
  expect(hrefs("Running now")).toHaveLength(1);
  expect(asked).toContainEqual(["Created", "Queued", "InProgress"]);
  expect(part("Failed in the last 24 hours").textContent).toContain("AWS lists no deployment that failed");
  expect(document.body.textContent).toContain("AWS does not list by the statuses Baking and Ready");
});

test("a list that goes on at AWS says so", async () => {
  const { answers } = account({
    listDeployments: async () => ({
      items: Array.from({ length: 26 }, (_, n) => `d-${n}`),
      nextToken: undefined,
    }),
  });
  await show(answers);
  expect(hrefs("Running now")).toHaveLength(25);
  expect(screen.getByText(/AWS may have more/)).toBeDefined();
});

test("of many applications those are shown that have a text in their names", async () => {
  const names = Array.from({ length: 150 }, (_, n) => `service-${n}`);
  const { answers } = account({
    listApplications: async ({ nextToken }) =>
      nextToken === undefined
        ? { items: names.slice(0, 100), nextToken: "more" }
        : { items: names.slice(100), nextToken: undefined },
  });
  await show(answers);
  expect(hrefs("Applications")).toHaveLength(100);
  expect(part("Applications").textContent).toContain("50 more");
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "E-14" } });
  expect(hrefs("Applications")).toHaveLength(11);
});

test("nothing is asked before somebody has signed in", async () => {
  await show({}, ["us-east-1"], { kind: "nobody" });
  expect(document.body.textContent).toBe("");
});
