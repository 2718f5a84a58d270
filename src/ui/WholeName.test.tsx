// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { WholeName } from "./WholeName.tsx";

test.each([
  ["price-calculator", "price-|calculator"],
  ["a--b_.c", "a--|b_.|c"],
  ["AfterAllowTestTraffic", "After|Allow|Test|Traffic"],
  ["AppECS-prod-checkout", "AppECS-|prod-|checkout"],
  ["ServerlessDeploymentApplication-1Q8ZK2M5R7T", "Serverless|Deployment|Application-|1Q8ZK2M5R7T"],
  ["plain", "plain"],
  ["-", "-"],
  ["line\nline", "line\nline"],
  ["hidden\u202ename", String.raw`hidden\u202ename`],
])("the whole name is there, and breaks where its words do: %j", (name, broken) => {
  const { container } = render(<WholeName text={name} />);
  const bdi = container.querySelector("bdi");
  expect(bdi?.innerHTML.replaceAll("<wbr>", "|")).toBe(broken);
  expect(bdi?.textContent).toBe(broken.replaceAll("|", ""));
});
