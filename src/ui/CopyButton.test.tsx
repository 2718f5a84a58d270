// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { CopyButton } from "./CopyButton.tsx";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  Reflect.deleteProperty(navigator, "clipboard");
  Reflect.deleteProperty(document, "execCommand");
});

function withClipboard(writeText: (text: string) => Promise<void>) {
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
}

test("copies the text as it is at the click, says so for two seconds, and is as before", async () => {
  vi.useFakeTimers();
  const written: string[] = [];
  withClipboard(async (text) => void written.push(text));
  let text = "early";
  render(<CopyButton text={() => text} what="deployment id" />);
  text = "late";
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy deployment id" })));
  expect(written).toEqual(["late"]);
  expect(screen.getByRole("button", { name: "Copied" }).textContent).toBe("Copied");
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByRole("button", { name: "Copy deployment id" }).textContent).toBe("");
});

test("says that nothing was copied where the browser refuses, and leaves nothing on the page", async () => {
  withClipboard(() => Promise.reject(new Error("refused")));
  render(<CopyButton text="d-1" what="deployment id" label="Copy" />);
  const button = screen.getByRole("button", { name: "Copy deployment id" });
  button.focus();
  await act(async () => fireEvent.click(button));
  expect(screen.getByRole("button", { name: "Could not copy" })).toBe(document.activeElement);
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("copies by selection where there is no clipboard, as over plain HTTP", async () => {
  const selected: (string | undefined)[] = [];
  Object.defineProperty(document, "execCommand", {
    configurable: true,
    value: () => {
      const area = document.querySelector("textarea");
      selected.push(area?.value.slice(area.selectionStart, area.selectionEnd));
      return true;
    },
  });
  render(<CopyButton text="d-1" what="deployment id" />);
  const button = screen.getByRole("button", { name: "Copy deployment id" });
  await act(async () => fireEvent.click(button));
  screen.getByRole("button", { name: "Copied" });
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(selected).toEqual(["d-1"]);
});
