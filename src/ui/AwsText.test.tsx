// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { AwsText } from "./AwsText.tsx";

const shown = () => document.querySelector("bdi")?.textContent;

test("text of many short lines is cut after twelve, until somebody asks for all of it", () => {
  const text = Array.from({ length: 200 }, (_, line) => String(line)).join("\n");
  render(<AwsText text={text} />);
  expect(shown()?.split("\n")).toHaveLength(12);
  fireEvent.click(screen.getByRole("button", { name: "Show all 689 characters" }));
  expect(shown()).toBe(text);
});

test("a long line is cut after its cap, and short text is whole", () => {
  const { rerender } = render(<AwsText text={"x".repeat(700)} cap={300} />);
  expect(shown()).toHaveLength(300);
  rerender(<AwsText text={"one\ntwo"} cap={300} />);
  expect(shown()).toBe("one\ntwo");
  expect(screen.queryByRole("button")).toBeNull();
});
