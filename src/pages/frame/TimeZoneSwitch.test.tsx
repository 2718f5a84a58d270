// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { TimeZoneSwitch } from "./TimeZoneSwitch.tsx";

const isPressed = (name: string) => screen.getByRole("button", { name }).getAttribute("aria-pressed");

test("the zone is in the address, in place of the entry that was there", () => {
  history.replaceState(null, "", "/");
  const entries = history.length;
  render(<TimeZoneSwitch />);
  screen.getByRole("group", { name: "Time zone" });
  expect([isPressed("Local"), isPressed("UTC")]).toEqual(["true", "false"]);
  fireEvent.click(screen.getByRole("button", { name: "UTC" }));
  expect([isPressed("Local"), isPressed("UTC")]).toEqual(["false", "true"]);
  expect(location.search).toContain("utc");
  fireEvent.click(screen.getByRole("button", { name: "Local" }));
  expect(location.search).toBe("");
  expect(history.length).toBe(entries);
});
