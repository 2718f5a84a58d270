// @vitest-environment jsdom
import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RecentDeployments } from "./RecentDeployments.tsx";
import { rememberDeployment } from "./recent-deployments.ts";

beforeEach(() => {
  localStorage.clear();
  for (const deploymentId of ["d-3", "d-2", "d-1"])
    rememberDeployment(
      { region: "eu-west-1", deploymentId },
      { applicationName: `shop ${deploymentId}`, status: "Failed" },
    );
  render(
    <main id="main" tabIndex={-1}>
      <RecentDeployments />
    </main>,
  );
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, "visibilityState");
});

const names = () => screen.queryAllByRole("link").map((link) => link.textContent);
const forget = (id: string) => screen.getByRole("button", { name: `Forget ${id} in eu-west-1` });
const focused = () => document.activeElement;

test("the newest is first, with its status", () => {
  expect(names()).toEqual(["shop d-1", "shop d-2", "shop d-3"]);
  expect(screen.getAllByText(/Failed.*eu-west-1.*d-\d/)).toHaveLength(3);
});

test("one that is forgotten goes, and the focus moves to its neighbour, at last to the page", () => {
  fireEvent.click(forget("d-2"));
  expect(names()).toEqual(["shop d-1", "shop d-3"]);
  expect(focused()).toBe(forget("d-3"));
  fireEvent.click(forget("d-3"));
  expect(focused()).toBe(forget("d-1"));
  fireEvent.click(forget("d-1"));
  expect(names()).toEqual([]);
  expect(focused()).toBe(screen.getByRole("main"));
});

test("when all are forgotten the list goes, and the focus moves to the page", () => {
  fireEvent.click(screen.getByRole("button", { name: "Forget all" }));
  expect(screen.getByRole("main").textContent).toBe("");
  expect(focused()).toBe(screen.getByRole("main"));
});

/** What another tab has seen. */
function see(deploymentId: string, status: DeploymentStatus): void {
  act(() =>
    rememberDeployment(
      { region: "eu-west-1", deploymentId },
      { applicationName: `shop ${deploymentId}`, status },
    ),
  );
}

function turnTo(visibilityState: "visible" | "hidden"): void {
  Object.defineProperty(document, "visibilityState", { configurable: true, value: visibilityState });
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

test("while the page is looked at, what other tabs see moves no row: it only changes what they say", () => {
  see("d-3", "Succeeded");
  see("d-4", "InProgress");
  expect(names()).toEqual(["shop d-1", "shop d-2", "shop d-3"]);
  expect(screen.getAllByText(/Succeeded.*d-3/)).toHaveLength(1);
});

test("whoever comes back to the page finds the newest first", () => {
  see("d-4", "InProgress");
  turnTo("hidden");
  see("d-3", "Succeeded");
  turnTo("visible");
  expect(names()).toEqual(["shop d-3", "shop d-4", "shop d-1", "shop d-2"]);
});
