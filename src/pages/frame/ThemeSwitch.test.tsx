// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const button = () => screen.getByRole("button", { name: /^Theme: / });
const name = () => button().getAttribute("aria-label");
const pageTheme = () => document.documentElement.dataset["theme"];

/** What `public/theme.js` does before the first paint. */
function loadPage() {
  delete document.documentElement.dataset["theme"];
  const script = document.createElement("script");
  script.textContent = readFileSync("public/theme.js", "utf8");
  document.head.append(script);
}

test("it goes round system, light and dark, and the page follows at once", () => {
  render(<ThemeSwitch />);
  const seen = [0, 1, 2, 3].map(() => {
    const now = [name(), pageTheme()];
    fireEvent.click(button());
    return now;
  });
  expect(seen).toEqual([
    ["Theme: system", undefined],
    ["Theme: light", "light"],
    ["Theme: dark", "dark"],
    ["Theme: system", undefined],
  ]);
});

test("the next visit begins with the theme that was chosen", () => {
  const { unmount } = render(<ThemeSwitch />);
  while (name() !== "Theme: dark") fireEvent.click(button());
  unmount();
  loadPage();
  expect(pageTheme()).toBe("dark");
  render(<ThemeSwitch />);
  expect(name()).toBe("Theme: dark");
});

test("another tab's theme is followed", () => {
  render(<ThemeSwitch />);
  localStorage.setItem("deploywatch.theme", "light");
  act(() => void dispatchEvent(new Event("storage")));
  expect([name(), pageTheme()]).toEqual(["Theme: light", "light"]);
});

test("with a full storage the theme still changes", () => {
  render(<ThemeSwitch />);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  fireEvent.click(button());
  expect([name(), pageTheme()]).toEqual(["Theme: light", "light"]);
});
