// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Dialog } from "./Dialog.tsx";

// jsdom has no modal dialogs. That the focus comes back is tested in the browser.
beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLDialogElement.prototype, { showModal, close });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function showModal(this: HTMLDialogElement) {
  this.open = true;
}

function close(this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  setTimeout(() => this.dispatchEvent(new Event("close")));
}

function Example({ onClose }: { onClose: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Help
      </button>
      {isOpen && (
        <Dialog
          name={{ label: "Keys" }}
          className=""
          onClose={() => {
            onClose();
            setOpen(false);
          }}
        >
          Press r
        </Dialog>
      )}
    </>
  );
}

const help = () => fireEvent.click(screen.getByRole("button", { name: "Help" }));
const settle = () => act(() => void vi.runAllTimers());

test("is open for as long as it is rendered, by its name", () => {
  render(<Example onClose={() => {}} />);
  expect(screen.queryByRole("dialog")).toBeNull();
  help();
  expect(screen.getByRole("dialog", { name: "Keys" }).hasAttribute("open")).toBe(true);
});

test("tells that it was closed by itself, once, and can be opened again", () => {
  const onClose = vi.fn<() => void>();
  render(<Example onClose={onClose} />);
  help();
  screen.getByRole<HTMLDialogElement>("dialog").close();
  settle();
  expect(onClose).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("dialog")).toBeNull();
  help();
  screen.getByRole("dialog", { name: "Keys" });
});

test("is closed, and tells nobody, when it is taken off the page", () => {
  const onClose = vi.fn<() => void>();
  render(<Example onClose={onClose} />);
  help();
  const dialog = screen.getByRole<HTMLDialogElement>("dialog");
  help();
  settle();
  expect(dialog.open).toBe(false);
  expect(onClose).not.toHaveBeenCalled();
});

test("stays open where React mounts everything twice", () => {
  const onClose = vi.fn<() => void>();
  render(<Example onClose={onClose} />, { wrapper: StrictMode });
  help();
  settle();
  screen.getByRole("dialog", { name: "Keys" });
  expect(onClose).not.toHaveBeenCalled();
});
