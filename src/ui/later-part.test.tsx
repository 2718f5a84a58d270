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

const Loaded = ({ name }: Part) => <h2>Settings of {name}</h2>;

/** A part whose loads are answered one by one, each as soon as it has begun. */
function controlledPart() {
  const loads: Load[] = [];
  const begun = (index: number) =>
    vi.waitFor(() => {
      const load = loads[index];
      if (!load) throw new Error(`Load ${index} has not begun.`);
      return load;
    });
  const arrive = async (index: number) => {
    const load = await begun(index);
    await act(async () => load.succeed(Loaded));
  };
  const getLost = async (index: number) => {
    const load = await begun(index);
    await act(async () => load.fail(new Error("404")));
  };
  const Part = laterPart<Part>(
    "The settings",
    () => new Promise((succeed, fail) => void loads.push({ succeed, fail })),
    { fallback: <p>On its way</p> },
  );
  return { loads, arrive, getLost, Part };
}

test("a placeholder stands where the part is to come", async () => {
  const { arrive, Part } = controlledPart();
  render(<Part name="group" />);
  screen.getByText("On its way");
  await arrive(0);
  screen.getByRole("heading", { name: "Settings of group" });
  expect(screen.queryByText("On its way")).toBeNull();
});

test("a part that did not come is loaded again, everywhere it stands, with one request", async () => {
  const { loads, arrive, getLost, Part } = controlledPart();
  render(
    <>
      <Part name="one" />
      <Part name="two" />
    </>,
  );
  await getLost(0);
  expect(screen.getAllByText("The settings could not be loaded.")).toHaveLength(2);
  const [again] = screen.getAllByRole("button", { name: "Load it again" });
  if (again) fireEvent.click(again);
  expect(screen.getAllByText("On its way")).toHaveLength(2);
  await arrive(1);
  screen.getByRole("heading", { name: "Settings of one" });
  screen.getByRole("heading", { name: "Settings of two" });
  expect(loads).toHaveLength(2);
});

test("a part that fails twice can be asked for a third time", async () => {
  const { loads, arrive, getLost, Part } = controlledPart();
  render(<Part name="group" />);
  for (const index of [0, 1]) {
    await getLost(index);
    fireEvent.click(screen.getByRole("button", { name: "Load it again" }));
  }
  await arrive(2);
  screen.getByRole("heading", { name: "Settings of group" });
  expect(loads).toHaveLength(3);
});

test("what has just been rendered is painted before a part is asked for, and what has come is shown without a placeholder", async () => {
  const { loads, arrive, Part } = controlledPart();
  const { unmount } = render(<Part name="group" />);
  expect(loads).toHaveLength(0);
  await arrive(0);
  unmount();
  render(<Part name="other" />);
  screen.getByRole("heading", { name: "Settings of other" });
  expect(loads).toHaveLength(1);
});

test("whoever asks whether a part is there learns it with the parts themselves, also where it cannot be had", async () => {
  for (const end of ["arrive", "getLost"] as const) {
    const controlled = controlledPart();
    const { Part } = controlled;
    const Asking = () => <p>{Part.useIsThere() ? "There" : "Not there"}</p>;
    render(
      <>
        <Asking />
        <Part name="group" />
      </>,
    );
    screen.getByText("Not there");
    await controlled[end](0);
    screen.getByText("There");
    expect(screen.queryByText("On its way")).toBeNull();
    expect(controlled.loads).toHaveLength(1);
    cleanup();
  }
});

test("a part that is lost on the way to another page is no fault, and loaded again where the page stays", async () => {
  vi.useFakeTimers();
  try {
    const { loads, Part } = controlledPart();
    render(<Part name="group" />);
    await act(() => vi.runAllTimersAsync());
    dispatchEvent(new Event("beforeunload"));
    await act(async () => loads[0]?.fail(new Error("NetworkError")));
    screen.getByText("On its way");
    expect(loads).toHaveLength(1);
    await act(() => vi.runAllTimersAsync());
    await act(async () => loads[1]?.fail(new Error("404")));
    screen.getByText("The settings could not be loaded.");
  } finally {
    vi.useRealTimers();
  }
});

test("a part can be asked for before it stands anywhere", async () => {
  const { loads, Part } = controlledPart();
  const loaded = Part.loaded();
  loads[0]?.succeed(Loaded);
  await loaded;
  render(<Part name="group" />);
  expect(screen.queryByText("On its way")).toBeNull();
  screen.getByRole("heading", { name: "Settings of group" });
});
