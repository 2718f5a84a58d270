// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AccountProvider } from "../../access/account.ts";
import type { Deployment, DeploymentAnswer } from "../../codedeploy/deployment/deployment.ts";
import { AppError } from "../../errors/app-error.ts";
import { createDeployments } from "../../queries/deployments.ts";
import { DeploymentsProvider } from "../../queries/deployments-context.ts";
import { fakeAws } from "../../../testing/fake-aws.ts";
import { startClock, stopClock } from "../../../testing/stopped-clock.ts";
import { WallTile } from "./WallTile.tsx";

const REF = { region: "us-east-1", deploymentId: "d-74D35AS7C" };
const FIVE_MINUTES_MS = 5 * 60_000;
const FAILED: Deployment = {
  applicationName: "checkout",
  deploymentGroupName: "prod",
  status: "Failed",
  deploymentOverview: { Succeeded: 8, Failed: 2 },
};
const answer = (deployment: Deployment): DeploymentAnswer => ({ deployment, raw: null });

const getDeployment = vi.fn<() => Promise<DeploymentAnswer>>();
const signIn = vi.fn<() => Promise<undefined>>(() => Promise.resolve(undefined));
let client = new QueryClient();

beforeEach(() => {
  stopClock();
  getDeployment.mockReset();
  signIn.mockClear();
  client = new QueryClient();
});
afterEach(() => {
  cleanup();
  client.clear();
  startClock();
});

/** Shows the tile, and lets what is asked be answered. */
async function showTile({ region = REF.region, isOnly = false, signsIn = false } = {}): Promise<void> {
  const deployments = createDeployments(fakeAws({ getDeployment }), client, "wall");
  const user = { visitor: { kind: "user", name: "Ada" }, signIn } as const;
  render(
    <QueryClientProvider client={client}>
      <AccountProvider value={signsIn ? user : { visitor: { kind: "nobody" } }}>
        <DeploymentsProvider value={deployments}>
          <WallTile {...REF} region={region} regions={["us-east-1"]} isOnly={isOnly} />
        </DeploymentsProvider>
      </AccountProvider>
    </QueryClientProvider>,
  );
  await pass(10);
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const tile = (name: string) => screen.getByRole("region", { name });
const heading = () => screen.getByRole("heading", { level: 2 }).textContent;

test("a Region that the site does not show is told, and AWS is not asked", async () => {
  await showTile({ region: "eu-west-1" });
  expect(heading()).toBe("This site does not show that Region");
  expect(tile(REF.deploymentId).textContent).toContain("eu-west-1");
  expect(getDeployment).not.toHaveBeenCalled();
});

test("until the first answer the tile says that it asks", async () => {
  getDeployment.mockReturnValue(new Promise(() => {}));
  await showTile();
  expect(heading()).toBe("Asking AWS…");
});

test("an answer is shown with its names, status and counts", async () => {
  getDeployment.mockResolvedValue(answer(FAILED));
  await showTile();
  const { textContent } = tile("checkout/prod d-74D35AS7C");
  expect(heading()).toBe("checkout / prod");
  expect(textContent).toMatch(/Failed.*8 succeeded.*2 failed/s);
  expect(textContent).toContain("Duration not known");
});

test("the tab's title is a tile's only when it is alone on the wall", async () => {
  document.title = "Wall";
  getDeployment.mockResolvedValue(answer(FAILED));
  await showTile();
  expect(document.title).toBe("Wall");
  cleanup();
  await showTile({ isOnly: true });
  expect(document.title).toContain("checkout/prod");
});

test("a failure that ends the polling is told, and is tried again every five minutes until it is over", async () => {
  getDeployment.mockRejectedValue(new AppError("not-found"));
  await showTile();
  expect(tile(REF.deploymentId).textContent).toContain("The wall keeps trying.");
  await pass(FIVE_MINUTES_MS - 1_000);
  expect(getDeployment).toHaveBeenCalledTimes(1);
  getDeployment.mockResolvedValue(answer(FAILED));
  await pass(2_000);
  expect(getDeployment).toHaveBeenCalledTimes(2);
  expect(heading()).toBe("checkout / prod");
});

test("once a sign-in has ended the tile offers the way back in, and does not promise to help itself", async () => {
  getDeployment.mockRejectedValue(new AppError("signed-out"));
  await showTile({ signsIn: true });
  expect(tile(REF.deploymentId).textContent).not.toContain("The wall keeps trying.");
  fireEvent.click(screen.getByRole("button", { name: "Sign in again" }));
  expect(signIn).toHaveBeenCalledOnce();
});

test("where nobody signs in there is no way back in to offer", async () => {
  getDeployment.mockRejectedValue(new AppError("signed-out"));
  await showTile();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a failed refresh leaves the last answer, which says how old it is and why once it is too old", async () => {
  getDeployment.mockResolvedValueOnce(answer({ ...FAILED, status: "InProgress" }));
  getDeployment.mockRejectedValue(new AppError("server"));
  await showTile();
  await pass(30_000);
  expect(tile("checkout/prod d-74D35AS7C").textContent).not.toContain("Old data");
  await pass(60_000);
  expect(tile("checkout/prod d-74D35AS7C").textContent).toMatch(/In progress.*Old data: updated .* · /s);
});
