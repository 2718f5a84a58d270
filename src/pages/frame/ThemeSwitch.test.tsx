// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runFirstScript } from "../../../testing/run-first-script.ts";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const button = (name: string) => screen.getByRole("button", { name });
const chosen = () =>
  screen.getAllByRole("button").find((each) => each.getAttribute("aria-pressed") === "true")?.textContent;
const pageTheme = () => document.documentElement.dataset["theme"];

/** What `public/first-paint.js` does before the first paint. */
function loadPage() {
  delete document.documentElement.dataset["theme"];
  runFirstScript();
}

test("the page follows the theme that is chosen at once", () => {
  render(<ThemeSwitch />);
  expect([chosen(), pageTheme()]).toEqual(["System", undefined]);
  for (const [name, theme] of [
    ["Light", "light"],
    ["Dark", "dark"],
    ["System", undefined],
  ] as const) {
    fireEvent.click(button(name));
    expect([chosen(), pageTheme()]).toEqual([name, theme]);
  }
});

test("the next visit begins with the theme that was chosen", () => {
  const { unmount } = render(<ThemeSwitch />);
  fireEvent.click(button("Dark"));
  unmount();
  loadPage();
  expect(pageTheme()).toBe("dark");
  render(<ThemeSwitch />);
  expect(chosen()).toBe("Dark");
});

test("another tab's theme is followed", () => {
  render(<ThemeSwitch />);
  localStorage.setItem("deploywatch.theme", "light");
  act(() => void dispatchEvent(new Event("storage")));
  expect([chosen(), pageTheme()]).toEqual(["Light", "light"]);
});

test("with a full storage the theme still changes", () => {
  render(<ThemeSwitch />);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  fireEvent.click(button("Light"));
  expect([chosen(), pageTheme()]).toEqual(["Light", "light"]);
});
