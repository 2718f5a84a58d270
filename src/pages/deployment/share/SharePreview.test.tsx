// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ALL_REDACTED } from "../../../codedeploy/sharing/redaction.ts";
import { SharePreview } from "./SharePreview.tsx";

// jsdom has no modal dialogs.
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close() {},
  });
});
afterEach(cleanup);

const show = (text: string) =>
  render(
    <SharePreview
      title="Save snapshot"
      text={text}
      choice={ALL_REDACTED}
      choose={() => {}}
      counts={{}}
      leave={null}
      close={() => {}}
    />,
  );
const shown = () => screen.getByRole("region", { name: "What leaves the page" }).textContent;
const more = () => screen.queryByRole("button", { name: /Show up to/ });

test("of a long text the preview says how much of it is shown, and shows the rest on request", () => {
  const text = `${"a".repeat(250_000)}end`;
  show(text);
  expect(shown()).toHaveLength(200_000);
  expect(screen.getByRole("dialog").textContent).toContain(
    "Shown are 200,000 of 250,003 characters. All of them leave.",
  );
  const button = more();
  if (!button) throw new Error("There is no button for the rest.");
  fireEvent.click(button);
  expect(shown()).toBe(text);
  expect(more()).toBeNull();
});

test("a short text is shown whole, and nothing is said of it", () => {
  show("all of it");
  expect(shown()).toBe("all of it");
  expect(more()).toBeNull();
});
