// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeploymentFinder } from "./DeploymentFinder.tsx";

beforeEach(() => {
  vi.spyOn(window, "scrollTo").mockImplementation(() => {});
  history.replaceState(null, "", "/");
  render(<DeploymentFinder regions={["eu-west-1", "us-east-1"]} />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const box = () => screen.getByRole("textbox", { name: /^Deployment id/ });
const paste = (value: string) => fireEvent.change(box(), { target: { value } });
const open = () => fireEvent.click(screen.getByRole("button", { name: "Open deployment" }));
const said = () => screen.getByRole("status").textContent;
const isInvalid = () => box().getAttribute("aria-invalid") === "true";

test("an empty box says what it takes, and is refused only when somebody opens it", () => {
  expect(said()).toBe("Paste anything with a deployment id in it, or a link to an application or a group.");
  expect(isInvalid()).toBe(false);
  open();
  expect(isInvalid()).toBe(true);
  expect(said()).not.toBe(
    "Paste anything with a deployment id in it, or a link to an application or a group.",
  );
  expect(location.pathname).toBe("/");
});

test("a text without an id is refused until it is changed", () => {
  paste("hello");
  open();
  expect(isInvalid()).toBe(true);
  paste("hello d-74D35AS7C");
  expect(isInvalid()).toBe(false);
});

test("a text of several lines is shown in as many, up to eight, also where a browser does not size the box itself", () => {
  expect(box()).toHaveProperty("rows", 1);
  for (const lines of [2, 8, 50_000]) {
    paste(Array.from({ length: lines }, (_, line) => `line ${line}`).join("\n"));
    expect(box()).toHaveProperty("rows", Math.min(lines, 8));
  }
});

test("one id is recognised at once and opened by Enter, in the Region that is chosen", () => {
  paste("d-74D35AS7C");
  expect(said()).toBe("Deployment d-74D35AS7C in eu-west-1. Press Enter to open it.");
  fireEvent.change(screen.getByRole("combobox", { name: "Region" }), { target: { value: "us-east-1" } });
  expect(said()).toBe("Deployment d-74D35AS7C in us-east-1. Press Enter to open it.");
  fireEvent.keyDown(box(), { key: "Enter", shiftKey: true });
  expect(location.pathname).toBe("/");
  fireEvent.keyDown(box(), { key: "Enter" });
  expect(location.pathname).toContain("us-east-1");
  expect(location.pathname).toContain("d-74D35AS7C");
});

test("of several ids each is a link", () => {
  paste("d-74D35AS7C and d-96J1SGW9C");
  expect(said()).toMatch(/^Several deployments/);
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual(["d-74D35AS7C", "d-96J1SGW9C"]);
  open();
  expect(location.pathname).toBe("/");
});

test("a link to a group of the console opens its page, in the Region that it names", () => {
  paste(
    "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/applications/web/deployment-groups/prod%2Beu?region=eu-west-1",
  );
  expect(said()).toBe("Deployment group web / prod+eu in eu-west-1. Press Enter to open it.");
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(location.pathname).toBe("/eu-west-1/applications/web/prod%2Beu");
});

test("of several links to applications and groups each is a link", () => {
  paste("https://w.example/eu-west-1/applications/web https://w.example/us-east-1/applications/web/prod");
  expect(screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
    ["Application web", "/eu-west-1/applications/web"],
    ["Deployment group web / prod", "/us-east-1/applications/web/prod"],
  ]);
});
