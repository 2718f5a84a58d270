// @vitest-environment jsdom
import { fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { LogView } from "./LogView.tsx";

beforeEach(() => {
  // jsdom has no layout.
  Element.prototype.scrollIntoView = () => {};
});

const show = (lines: readonly string[]) =>
  render(<LogView name="Log of start.sh" lines={lines.map((text) => ({ text }))} raw={lines.join("\n")} />);
const log = () => screen.getByRole("region", { name: "Log of start.sh" });
const search = (value: string) =>
  fireEvent.change(screen.getByRole("searchbox", { name: "Search in the log" }), { target: { value } });
const count = () => screen.getByRole("status").textContent;

test("a search says how often it is there, marks it, and steps round", () => {
  show(["start ok", "stop", "ok ok"]);
  search("ok");
  expect(count()).toBe("1 of 3");
  expect(log().querySelectorAll("mark")).toHaveLength(3);
  fireEvent.click(screen.getByRole("button", { name: "Next match" }));
  expect(count()).toBe("2 of 3");
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter", shiftKey: true });
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter", shiftKey: true });
  expect(count()).toBe("3 of 3");
  fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" });
  expect(count()).toBe("1 of 3");
});

test("a search that finds nothing says so and has no steps; without one nothing is said", () => {
  show(["start ok"]);
  expect(count()).toBe("");
  search("fail");
  expect(count()).toBe("Not found");
  expect(screen.queryByRole("button", { name: "Next match" })).toBeNull();
});

test("lines are wrapped until somebody wants them whole", () => {
  show(["start"]);
  const wrap = screen.getByRole("button", { name: "Wrap" });
  expect(wrap.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(wrap);
  expect(wrap.getAttribute("aria-pressed")).toBe("false");
  expect(log().querySelector("pre")?.classList.contains("whitespace-pre")).toBe(true);
  expect(log().querySelector("pre")?.classList.contains("whitespace-pre-wrap")).toBe(false);
});

test("an empty log has a region without text", () => {
  show([]);
  expect(log().textContent).toBe("");
  search("x");
  expect(count()).toBe("Not found");
});

test("of a long log the end is shown, and the rest on request", () => {
  show(Array.from({ length: 500 }, (_, index) => `line ${index + 1}`));
  expect(within(log()).queryByText("line 100")).toBeNull();
  within(log()).getByText("line 101");
  fireEvent.click(within(log()).getByRole("button", { name: "Show 100 earlier lines" }));
  within(log()).getByText("line 1");
});
