// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import { flushSync } from "react-dom";
import { afterEach, expect, test } from "vitest";
import { fakeAws } from "../../testing/fake-aws.ts";
import { NO_TARGETS } from "../codedeploy/targets/target-list.ts";
import { DeploymentsProvider } from "./deployments-context.ts";
import { createDeployments } from "./deployments.ts";
import { TargetListProvider, useTargetList } from "./targets.tsx";

const REF = { region: "us-east-1", deploymentId: "d-TARGETS01" };

afterEach(cleanup);

function Part({ name }: { name: string }) {
  return <p aria-label={name}>{useTargetList().ids.join()}</p>;
}

function shown(): (string | null)[] {
  return screen.getAllByRole("paragraph").map(({ textContent }) => textContent);
}

test("a part that comes while an answer is on its way shows the same targets as those that are there", async () => {
  const client = new QueryClient();
  const deployments = createDeployments(fakeAws({}), client, "targets");
  const answer = (...ids: string[]) =>
    client.setQueryData(deployments.targets(REF).options.queryKey, { ...NO_TARGETS, stage: "listed", ids });
  const pageWith = (...names: string[]) => (
    <QueryClientProvider client={client}>
      <DeploymentsProvider value={deployments}>
        <TargetListProvider {...REF}>
          {names.map((name) => (
            <Part key={name} name={name} />
          ))}
        </TargetListProvider>
      </DeploymentsProvider>
    </QueryClientProvider>
  );

  answer("i-1");
  const { rerender } = render(pageWith("first"));
  expect(shown()).toEqual(["i-1"]);
  answer("i-1", "i-2");
  await act(async () => {
    flushSync(() => rerender(pageWith("first", "second")));
    const [first, second] = shown();
    expect(second).toBe(first);
    // The answer comes to those that are there a task later.
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(shown()).toEqual(["i-1,i-2", "i-1,i-2"]);
});
