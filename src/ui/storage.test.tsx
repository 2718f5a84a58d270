// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StoredItem } from "./storage.ts";
import { storedItem, storedSwitch, useStored } from "./storage.ts";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Switch({ item }: { item: StoredItem<boolean> }) {
  const isOn = useStored(item);
  return (
    <button type="button" aria-pressed={isOn} onClick={() => item.write(!isOn)}>
      Sound
    </button>
  );
}

const press = () => fireEvent.click(screen.getByRole("button", { name: "Sound" }));
const isPressed = () => screen.getByRole("button", { name: "Sound" }).getAttribute("aria-pressed") === "true";

function fillStorage() {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
}

function blockStorage() {
  vi.spyOn(globalThis, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
}

test("a switch is remembered, and what equals the default is stored as nothing", () => {
  render(<Switch item={storedSwitch("sound", false)} />);
  expect(isPressed()).toBe(false);
  press();
  expect(isPressed()).toBe(true);
  expect(localStorage.getItem("deploywatch.sound")).toBe("on");
  press();
  expect(isPressed()).toBe(false);
  expect(localStorage.getItem("deploywatch.sound")).toBeNull();
});

test("what an earlier visit stored holds", () => {
  localStorage.setItem("deploywatch.sound", "on");
  render(<Switch item={storedSwitch("sound", false)} />);
  expect(isPressed()).toBe(true);
});

test("all places that show a value change together", () => {
  const item = storedSwitch("sound", false);
  render(<Switch item={item} />);
  act(() => item.write(true));
  expect(isPressed()).toBe(true);
});

test.each([false, true])("with a full storage, a switch whose default is %j goes on and off", (fallback) => {
  localStorage.setItem("deploywatch.sound", fallback ? "off" : "on");
  render(<Switch item={storedSwitch("sound", fallback)} />);
  fillStorage();
  for (const isOn of [fallback, !fallback, fallback]) {
    press();
    expect(isPressed()).toBe(isOn);
  }
  expect(localStorage.getItem("deploywatch.sound")).toBeNull();
});

test("with a full storage, a value that cannot be stored holds for this page, and what was stored stays", () => {
  const item = storedItem({ key: "number", fallback: 0, parse: Number });
  item.write(1);
  fillStorage();
  item.write(2);
  expect(item.read()).toBe(2);
  expect(localStorage.getItem("deploywatch.number")).toBe("1");
});

test("with a blocked storage, a switch goes on and off for as long as the page is open", () => {
  blockStorage();
  render(<Switch item={storedSwitch("sound", false)} />);
  press();
  expect(isPressed()).toBe(true);
  press();
  expect(isPressed()).toBe(false);
});

test("another tab's change is followed, also after a change that could not be stored", () => {
  localStorage.setItem("deploywatch.sound", "off");
  render(<Switch item={storedSwitch("sound", false)} />);
  fillStorage();
  press();
  expect(isPressed()).toBe(true);
  vi.restoreAllMocks();
  for (const [text, isOn] of [
    ["other", false],
    ["on", true],
  ] as const) {
    localStorage.setItem("deploywatch.sound", text);
    act(() => void dispatchEvent(new Event("storage")));
    expect(isPressed()).toBe(isOn);
  }
});

test("what cannot be parsed gives the fallback, and a value stays the same object", () => {
  const fallback: unknown = { is: "fallback" };
  const item = storedItem({ key: "json", fallback, parse: (text): unknown => JSON.parse(text) });
  localStorage.setItem("deploywatch.json", "{");
  expect(item.read()).toBe(fallback);
  localStorage.setItem("deploywatch.json", '{"is":"stored"}');
  expect(item.read()).toEqual({ is: "stored" });
  expect(item.read()).toBe(item.read());
});
