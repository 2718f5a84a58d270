import { expect, test } from "vitest";
import { getDeploymentCommand } from "./cli-command.ts";

test("the command can be pasted as it is", () => {
  expect(getDeploymentCommand({ region: "eu-west-1", deploymentId: "d-74D35AS7C" })).toBe(
    "aws deploy get-deployment --deployment-id d-74D35AS7C --region eu-west-1",
  );
});

test.each([
  ["", "''"],
  ["a b", "'a b'"],
  ["$(reboot)", "'$(reboot)'"],
  ["x;y", "'x;y'"],
  ["it's", String.raw`'it'\''s'`],
  ["d-1\nreboot", "'d-1\nreboot'"],
])("the command does nothing else, whatever stands in the id: %j", (deploymentId, quoted) => {
  expect(getDeploymentCommand({ region: "eu-west-1", deploymentId })).toContain(
    `--deployment-id ${quoted} --region`,
  );
});
