import { describe, expect, test } from "vitest";
import { relatedDeployments } from "./related-deployments.ts";

describe("deployments that belong together", () => {
  test("are linked from the automatic update to its root", () => {
    const deployment = { relatedDeployments: { autoUpdateOutdatedInstancesRootDeploymentId: "d-ROOT" } };
    expect(relatedDeployments(deployment)).toEqual({ rootId: "d-ROOT", updateIds: [] });
  });

  test("are linked from the root to its automatic updates", () => {
    const deployment = {
      relatedDeployments: { autoUpdateOutdatedInstancesDeploymentIds: ["d-1", "", "d-2"] },
    };
    expect(relatedDeployments(deployment)).toEqual({ rootId: undefined, updateIds: ["d-1", "d-2"] });
  });

  test.each([
    {},
    { relatedDeployments: {} },
    {
      relatedDeployments: {
        autoUpdateOutdatedInstancesRootDeploymentId: "",
        autoUpdateOutdatedInstancesDeploymentIds: [],
      },
    },
  ])("are not mentioned when there are none: %j", (deployment) => {
    expect(relatedDeployments(deployment)).toBeUndefined();
  });
});
