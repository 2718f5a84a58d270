// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeAws } from "../../testing/fake-aws.ts";
import { startClock, stopClock } from "../../testing/stopped-clock.ts";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { AppErrorKind } from "../errors/app-error.ts";
import { AppError } from "../errors/app-error.ts";
import { DeploymentsProvider } from "./deployments-context.ts";
import { createDeployments } from "./deployments.ts";
import { useNewestDeployment } from "./newest-deployment.ts";
import { MAX_THROTTLED_MS, STILL_MS } from "./polling/poll-interval.ts";

const GROUP = { region: "us-east-1", applicationName: "web", deploymentGroupName: "prod" };
const MINUTE_MS = 60_000;
/** Until the next look, and its answers. */
const INTERVAL_MS = STILL_MS + 500;

let client = new QueryClient();
beforeEach(() => {
  stopClock();
  vi.stubGlobal("BroadcastChannel", undefined);
  client = new QueryClient();
});
afterEach(() => {
  cleanup();
  client.clear();
  startClock();
});

/** A group whose deployments are listed in this order, each created so many minutes ago. */
function group(agoMinutes: Record<string, number>) {
  const asked: string[] = [];
  const state: {
    ago: Record<string, number>;
    fault?: AppErrorKind;
    batch?: AppErrorKind;
    /** How many pages without an id AWS sends in front. */
    emptyPages: number;
  } = { ago: agoMinutes, emptyPages: 0 };
  const infoOf = (deploymentId: string) => ({
    deployment: { deploymentId, createTime: Date.now() - (state.ago[deploymentId] ?? 0) * MINUTE_MS },
    raw: null,
  });
  const answers: Partial<CodeDeploy> = {
    listDeployments: async ({ nextToken }) => {
      asked.push("list");
      if (state.fault) throw new AppError(state.fault);
      const page = Number(nextToken ?? 0);
      if (page < state.emptyPages) return { items: [], nextToken: String(page + 1) };
      return { items: Object.keys(state.ago), nextToken: undefined };
    },
    batchGetDeployments: async ({ deploymentIds }) => {
      asked.push("read");
      if (state.batch) throw new AppError(state.batch);
      return deploymentIds.map(infoOf);
    },
    getDeployment: async ({ deploymentId }) => {
      asked.push(deploymentId);
      return infoOf(deploymentId);
    },
  };
  const deployments = createDeployments(fakeAws(answers), client, "newest");
  const { result } = renderHook(() => useNewestDeployment(GROUP), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>
        <DeploymentsProvider value={deployments}>{children}</DeploymentsProvider>
      </QueryClientProvider>
    ),
  });
  return {
    asked,
    state,
    shown: () => result.current.deploymentId,
    fault: () => result.current.error?.kind,
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
  };
}

test("the newest is the one that was created last, in whatever order AWS lists them", async () => {
  const { pass, shown } = group({ "d-OLD": 30, "d-NEW": 1, "d-MID": 10 });
  await pass(100);
  expect(shown()).toBe("d-NEW");
});

test("the next one is shown within an interval, once its first answer is there, and one request is enough until then", async () => {
  const { asked, pass, shown, state } = group({ "d-1": 10 });
  await pass(100);
  expect(shown()).toBe("d-1");
  asked.length = 0;
  await pass(4 * STILL_MS);
  expect(asked).toEqual(["list", "list", "list", "list"]);
  state.ago = { "d-2": 0, "d-1": 10 };
  await pass(INTERVAL_MS);
  expect(shown()).toBe("d-2");
  expect(asked.slice(4)).toEqual(["list", "read", "d-2"]);
});

test("where the role may not read several, the first of the list is taken", async () => {
  const { pass, shown, state } = group({});
  Object.assign(state, { ago: { "d-2": 1, "d-1": 10 }, batch: "access-denied" });
  await pass(INTERVAL_MS);
  expect(shown()).toBe("d-2");
});

test("a group without deployments has none, and shows its first", async () => {
  const { pass, shown, state } = group({});
  await pass(100);
  expect(shown()).toBeNull();
  state.ago = { "d-1": 0 };
  await pass(INTERVAL_MS);
  expect(shown()).toBe("d-1");
});

test("a group whose list begins with empty pages is not called empty; one that never ends is given up", async () => {
  const { pass, shown, fault, state } = group({ "d-1": 10 });
  state.emptyPages = 3;
  await pass(100);
  expect(shown()).toBe("d-1");
  state.emptyPages = 1_000;
  await pass(INTERVAL_MS);
  expect(shown()).toBe("d-1");
  expect(fault()).toBe("unknown");
});

test.each<AppErrorKind>(["server", "access-denied", "throttled"])(
  "after a failure (%s) what was known stays, and AWS is asked again by itself",
  async (kind) => {
    const { pass, shown, fault, state } = group({ "d-1": 10 });
    await pass(100);
    state.fault = kind;
    await pass(INTERVAL_MS);
    expect(shown()).toBe("d-1");
    expect(fault()).toBe(kind);
    delete state.fault;
    await pass(MAX_THROTTLED_MS + 1_000);
    expect(fault()).toBeUndefined();
  },
);
