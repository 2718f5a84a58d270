// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ComponentType } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { laterPart } from "./later-part.tsx";

// React reports what a boundary has caught.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

interface Part {
  name: string;
}

interface Load {
  succeed: (part: ComponentType<Part>) => void;
  fail: (error: Error) => void;
}

/** A part whose loads are answered one by one. */
function controlledPart() {
  const loads: Load[] = [];
  const Part = laterPart<Part>(
    "The settings",
    () => new Promise((succeed, fail) => void loads.push({ succeed, fail })),
    { fallback: <p>On its way</p> },
  );
  return { loads, Part };
}

const Loaded = ({ name }: Part) => <h2>Settings of {name}</h2>;

test("a placeholder stands where the part is to come", async () => {
  const { loads, Part } = controlledPart();
  render(<Part name="group" />);
  screen.getByText("On its way");
  await act(async () => loads[0]?.succeed(Loaded));
  screen.getByRole("heading", { name: "Settings of group" });
  expect(screen.queryByText("On its way")).toBeNull();
});

test("a part that did not come is loaded again, everywhere it stands, with one request", async () => {
  const { loads, Part } = controlledPart();
  render(
    <>
      <Part name="one" />
      <Part name="two" />
    </>,
  );
  await act(async () => loads[0]?.fail(new Error("404")));
  expect(screen.getAllByText("The settings could not be loaded.")).toHaveLength(2);
  const [again] = screen.getAllByRole("button", { name: "Load it again" });
  if (again) fireEvent.click(again);
  expect(screen.getAllByText("On its way")).toHaveLength(2);
  await act(async () => loads[1]?.succeed(Loaded));
  screen.getByRole("heading", { name: "Settings of one" });
  screen.getByRole("heading", { name: "Settings of two" });
  expect(loads).toHaveLength(2);
});

test("a part that fails twice can be asked for a third time", async () => {
  const { loads, Part } = controlledPart();
  render(<Part name="group" />);
  for (const index of [0, 1]) {
    await act(async () => loads[index]?.fail(new Error("404")));
    fireEvent.click(screen.getByRole("button", { name: "Load it again" }));
  }
  await act(async () => loads[2]?.succeed(Loaded));
  screen.getByRole("heading", { name: "Settings of group" });
  expect(loads).toHaveLength(3);
});
