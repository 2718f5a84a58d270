import { expect, test } from "vitest";
import { awsServices } from "../aws-names/services.ts";
import { keysOf } from "../values/look-up.ts";
import { permissions } from "./permissions.ts";

test("every service that is asked about deployments has permissions, each of them once", () => {
  const asked = keysOf(awsServices).filter((service) => awsServices[service].regions === "deployments");
  expect(new Set(permissions.map(({ service }) => service))).toEqual(new Set(asked));
  const actions = permissions.map(({ action }) => action);
  expect(actions).toContain("codedeploy:GetDeployment");
  expect(new Set(actions).size).toBe(actions.length);
});
