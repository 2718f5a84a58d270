import { describe, expect, test } from "vitest";
import type { Deployment } from "./deployment.ts";
import { deploymentTitle, pageTitle } from "./page-title.ts";

const ID = "d-74D35AS7C";

describe("a tab's title", () => {
  test.each<[Deployment, string]>([
    [
      { status: "Failed", applicationName: "checkout-api", deploymentGroupName: "prod" },
      `✗ Failed · checkout-api/prod · ${ID}`,
    ],
    [{ status: "InProgress", applicationName: "checkout-api" }, `◐ In progress · checkout-api · ${ID}`],
    [{ status: "Succeeded" }, `✓ Succeeded · ${ID}`],
    [{ applicationName: "", deploymentGroupName: "prod" }, `? Status not reported · prod · ${ID}`],
  ])("of %j is %j", (deployment, title) => {
    expect(deploymentTitle(deployment, ID)).toBe(title);
  });

  test("stays short whatever the names are, and cuts no character in two", () => {
    const title = deploymentTitle({ status: "Ready", applicationName: "🚀".repeat(50_000) }, ID);
    expect(title.length).toBeLessThan(200);
    expect(title).toMatch(/🚀…(🚀)+ · d-74D35AS7C$/u);
  });

  test("ends in the product's name where no status comes first", () => {
    expect(pageTitle()).toBe("Deploywatch");
    expect(pageTitle("No such deployment here", undefined, ID)).toBe(
      `No such deployment here · ${ID} · Deploywatch`,
    );
  });
});
