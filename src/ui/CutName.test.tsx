// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { CutName } from "./CutName.tsx";

const seen = (container: HTMLElement) =>
  [...container.querySelectorAll("[aria-hidden]")].map((part) => part.textContent);

test("a long name keeps its end in sight, and is whole for screen readers and on hover", () => {
  const name = "price-calculator-PriceFunctionDeploymentGroup-9XW4B6";
  const { container } = render(<CutName text={name} />);
  const [start, end] = seen(container);
  expect(`${start}${end}`).toBe(name);
  expect(end).toBe("-9XW4B6");
  expect(container.querySelector(".sr-only")?.textContent).toBe(name);
  expect(container.querySelector("bdi")?.title).toBe(name);
});

test.each([
  ["shop/2040/bundle.tar.gz, version c5d221b", " version c5d221b"],
  ["AnApplicationWithoutAnySeparator", "AnySeparator"],
  ["AnApplicationWithoutSeparator-x", "tSeparator-x"],
  ["checkout-service-in-production", "-in-production"],
])("what stays in sight of %s begins with a word where there is one", (name, tail) => {
  const { container } = render(<CutName text={name} />);
  expect(seen(container)[1]).toBe(tail);
});

test.each([
  ["AppECS-prod-storefront", "-storefront"],
  ["AppECS-prod-checkout", "-checkout"],
  ["payments-gateway", "-gateway"],
])(
  "where there is little room, a short name is cut in its middle too, and keeps its beginning: %s",
  (name, tail) => {
    const { container } = render(<CutName text={name} room={12} />);
    const [start = "", end = ""] = seen(container);
    expect([`${start}${end}`, end]).toEqual([name, tail]);
    expect(start.length).toBeGreaterThanOrEqual(end.length);
  },
);

test("a short name is one piece of text", () => {
  const { container } = render(<CutName text="i-0c3d5e7f9a1b2c4d6" />);
  expect(container.querySelector("bdi")?.textContent).toBe("i-0c3d5e7f9a1b2c4d6");
  expect(seen(container)).toEqual([]);
});

test("hidden characters are written out, and no character is cut in half", () => {
  const { container } = render(<CutName text={`${"a".repeat(20)}\u202e${"😀".repeat(8)}b`} />);
  const [start, end] = seen(container);
  expect(start).toContain(String.raw`\u202e`);
  expect(end).toMatch(/^😀+b$/u);
});
