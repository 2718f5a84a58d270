import { describe, expect, test } from "vitest";
import type { Json } from "./deployment.ts";
import { getDeploymentCommand, unknownMembers } from "./raw-answer.ts";

function answer(json: string): Json {
  const parsed: Json = JSON.parse(json);
  return parsed;
}

describe("members that this version does not know", () => {
  test("are kept with their values, the known ones are not repeated", () => {
    const raw = {
      deploymentInfo: { status: "Failed", deploymentMode: "RESTART", waves: [1, null], note: null },
    };
    expect(unknownMembers(raw)).toEqual([
      { name: "waves", value: [1, null] },
      { name: "note", value: null },
    ]);
  });

  test("are found among the counts too, where a missing state would make the others look complete", () => {
    const raw = { deploymentInfo: { deploymentOverview: { Succeeded: 3, Paused: 4 } } };
    expect(unknownMembers(raw)).toEqual([{ name: "deploymentOverview.Paused", value: 4 }]);
  });

  test.each(["__proto__", "constructor", "hasOwnProperty"])("are kept whatever their name: %s", (name) => {
    expect(unknownMembers(answer(`{"deploymentInfo":{${JSON.stringify(name)}:1}}`))).toEqual([
      { name, value: 1 },
    ]);
  });

  test.each<Json>([null, 1, "x", [], {}, { deploymentInfo: null }, { deploymentInfo: [] }])(
    "are none in an answer of another shape: %j",
    (raw) => {
      expect(unknownMembers(raw)).toEqual([]);
    },
  );
});

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
