import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, vi } from "vitest";
import { AccountProvider } from "../../src/access/account.ts";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { Deployment } from "../../src/codedeploy/deployment/deployment.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { createDeployments } from "../../src/queries/deployments.ts";
import { DeploymentsProvider } from "../../src/queries/deployments-context.ts";
import { fakeAws } from "../fake-aws.ts";
import { startClock, stopClock } from "../stopped-clock.ts";

export const REGION = "us-east-1";
export const REGIONS = [REGION];
export const NOW_MS = Date.UTC(2026, 9, 21, 12);
/** A name with every character that AWS takes. */
export const NAME = "shop.v1,eu+x=y@z-_";

let client = new QueryClient();
/** What is shown, to be changed as a change of the address does. */
let rendered: ReturnType<typeof render> | undefined;

/** Stops the clock for each test of the file, and forgets all answers after it. */
export function prepareListPages(): void {
  beforeEach(() => {
    stopClock();
    vi.setSystemTime(NOW_MS);
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    client = new QueryClient();
  });
  afterEach(() => {
    clear();
    startClock();
    vi.unstubAllGlobals();
    history.replaceState(null, "", "/");
  });
}

/** Forgets the page and all answers. */
export function clear(): void {
  cleanup();
  rendered = undefined;
  client.clear();
}

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** All that the page says. */
export const text = () => document.body.textContent ?? "";

/**
 * Shows a page to a guest, and lets what is asked be answered.
 *
 * @param others the joins and what they are answered
 */
export async function show(
  answers: Partial<CodeDeploy>,
  page: ReactNode,
  others?: Parameters<typeof fakeAws>[1],
): Promise<void> {
  const deployments = createDeployments(fakeAws(answers, others), client, "lists");
  const visitor = { kind: "guest", roleArn: "arn:aws:iam::111122223333:role/Guest" } as const;
  const shown = (
    <QueryClientProvider client={client}>
      <AccountProvider value={{ visitor }}>
        <DeploymentsProvider value={deployments}>{page}</DeploymentsProvider>
      </AccountProvider>
    </QueryClientProvider>
  );
  if (rendered) rendered.rerender(shown);
  else rendered = render(shown);
  await pass(50);
}

export const refused = (operation: string) =>
  Promise.reject(new AppError("access-denied", { action: `codedeploy:${operation}` }));
export const throttled = () => Promise.reject(new AppError("throttled"));

/** A deployment in an answer of AWS. */
export const described = (deployment: Deployment) => ({ deployment, raw: null });
