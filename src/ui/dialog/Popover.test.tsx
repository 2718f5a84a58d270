// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Popover } from "./Popover.tsx";

// jsdom has no popovers: what the browser tells of one is told by hand, before and after.
function toggle(panel: Element, newState: "open" | "closed") {
  fireEvent(panel, Object.assign(new Event("beforetoggle"), { newState }));
  fireEvent(panel, Object.assign(new Event("toggle"), { newState }));
}

test("its button leads to a named panel, whose content is there while it is open", () => {
  render(
    <Popover name="Your access" button={{ children: "ada" }} className="">
      Role reader
    </Popover>,
  );
  const panel = screen.getByRole("region", { name: "Your access" });
  expect(screen.getByRole("button", { name: "ada" }).getAttribute("popovertarget")).toBe(panel.id);
  expect(panel.getAttribute("popover")).toBe("auto");
  expect(screen.queryByText("Role reader")).toBeNull();
  toggle(panel, "open");
  screen.getByText("Role reader");
  toggle(panel, "closed");
  expect(screen.queryByText("Role reader")).toBeNull();
});

test("its content stays until it is closed, so that the focus can go back to the button", () => {
  render(
    <Popover name="Your access" button={{ children: "ada" }} className="">
      Role reader
    </Popover>,
  );
  const panel = screen.getByRole("region", { name: "Your access" });
  toggle(panel, "open");
  fireEvent(panel, Object.assign(new Event("beforetoggle"), { newState: "closed" }));
  expect(screen.getByText("Role reader")).toBeTruthy();
});

test("a panel of choices is a group that its legend names", () => {
  render(
    <Popover as="fieldset" button={{ "aria-label": "Tell me" }} className="">
      <legend>When it ends</legend>
    </Popover>,
  );
  toggle(screen.getByRole("group"), "open");
  expect(screen.getByRole("group", { name: "When it ends" })).toBeTruthy();
});
