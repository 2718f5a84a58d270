// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ErrorBoundary, NotLoaded } from "./ErrorBoundary.tsx";

// React reports what a boundary has caught.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Thrower({ error }: { error: unknown }): never {
  throw error;
}

test("a fault of a part stands in its place; what is around it stays", () => {
  render(
    <>
      <h1>Deployment</h1>
      <ErrorBoundary what="The raw answer">
        <Thrower error={new Error("no such field")} />
      </ErrorBoundary>
    </>,
  );
  screen.getByRole("heading", { name: "Deployment" });
  screen.getByText("The raw answer could not be shown.");
  screen.getByText(/a fault of Deploywatch.*no such field/);
  screen.getByRole("button", { name: "Load the page again" });
  expect(screen.queryByRole("button", { name: "Load it again" })).toBeNull();
});

test("a part that threw nothing is at fault too", () => {
  render(
    <ErrorBoundary what="This page">
      <Thrower error={undefined} />
    </ErrorBoundary>,
  );
  expect(screen.getByText("This page could not be shown.")).toBeTruthy();
});

test("what could not be loaded is loaded again by its button and when the network is back", () => {
  const loadAgain = vi.fn<() => void>();
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  render(
    <ErrorBoundary what="The settings" loadAgain={loadAgain}>
      <Thrower error={new NotLoaded(new Error("404"))} />
    </ErrorBoundary>,
  );
  screen.getByText("The settings could not be loaded.");
  expect(screen.queryByRole("button", { name: "Load the page again" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Load it again" }));
  expect(loadAgain).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event("online"));
  expect(loadAgain).toHaveBeenCalledTimes(2);
});

test("within a sentence the message is a phrase", () => {
  render(
    <p>
      Failed{" "}
      <ErrorBoundary what="The reason" place="phrase">
        <Thrower error={new NotLoaded(new Error("404"))} />
      </ErrorBoundary>
    </p>,
  );
  expect(screen.getByText(/Failed/).textContent).toBe(
    "Failed (The reason could not be loaded. Load it again)",
  );
});

test("a part that has no place on a screen is not missed, comes by itself when the network is back, and tells a fault of its own", () => {
  const loadAgain = vi.fn<() => void>();
  const part = (error: Error) => (
    <ErrorBoundary what="The head of the paper" place="none" loadAgain={loadAgain}>
      <Thrower error={error} />
    </ErrorBoundary>
  );
  const { container } = render(part(new NotLoaded(new Error("404"))));
  expect(container.textContent).toBe("");
  dispatchEvent(new Event("online"));
  expect(loadAgain).toHaveBeenCalledTimes(1);
  cleanup();
  render(part(new TypeError("x is undefined")));
  screen.getByText("The head of the paper could not be shown.");
});
