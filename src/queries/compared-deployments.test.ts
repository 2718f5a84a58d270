import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { fakeAws } from "../../testing/fake-aws.ts";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import { askForComparison } from "./compared-deployments.ts";

test("a list of targets that never ends, and has none, is given up", async () => {
  const listDeploymentTargets = vi.fn<CodeDeploy["listDeploymentTargets"]>(() =>
    Promise.resolve({ kind: "ids", ids: [], nextToken: "again" }),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await askForComparison(fakeAws({ listDeploymentTargets }), client, "us-east-1", [
    "d-74D35AS7C",
    "d-96J1SGW9C",
  ]);
  expect(listDeploymentTargets).toHaveBeenCalledTimes(40);
  expect(client.getQueryData(["compared-targets", "us-east-1", "d-74D35AS7C"])).toEqual({
    targets: [],
    hasMore: true,
  });
  client.clear();
});
