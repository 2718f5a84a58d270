import { expect, test } from "vitest";
import { watchedAlarms } from "./watched-alarms.ts";

const GROUP = { enabled: true, alarms: [{ name: "a" }, {}, { name: "b" }, { name: "a" }] };

function own(overrideAlarmConfiguration: object) {
  return watchedAlarms({ overrideAlarmConfiguration }, GROUP);
}

test("the alarms of the group may stop a deployment that has none of its own", () => {
  expect(watchedAlarms({}, GROUP)).toEqual({ kind: "named", names: ["a", "b"], setBy: "group" });
});

test.each([
  ["alarms are off", { ...GROUP, enabled: false }],
  ["it does not say whether they are on", { alarms: GROUP.alarms }],
  ["it names none", { enabled: true, alarms: [] }],
  ["nothing is set", undefined],
])("the group's stop nothing where %s", (_, ofGroup) => {
  expect(watchedAlarms({}, ofGroup)).toEqual({ kind: "none" });
});

test("those given with the deployment take the place of the group's", () => {
  expect(own({ enabled: true, alarms: [{ name: "own" }] })).toEqual({
    kind: "named",
    names: ["own"],
    setBy: "deployment",
  });
  expect(own({ enabled: false, alarms: [{ name: "own" }] })).toEqual({ kind: "none" });
  expect(own({ enabled: true, alarms: [] })).toEqual({ kind: "none" });
});
