import { expect, test } from "vitest";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";
import { eventsNowWords } from "./events-now.ts";

const at = (name: string, status = "InProgress") =>
  makeTarget({
    status: "InProgress",
    events: [makeEvent("ApplicationStop", { status: "Succeeded" }), makeEvent(name, { status })],
  });

test("the events with the most targets come first", () => {
  const targets = [at("Install"), at("AfterInstall"), at("AfterInstall"), at("ApplicationStart", "Pending")];
  expect(eventsNowWords(targets)).toBe("2 in AfterInstall, 1 in Install, 1 before ApplicationStart");
});

test("targets that are not in progress are at no event, whatever their events say", () => {
  expect(
    eventsNowWords([
      makeTarget({ status: "Failed", events: [makeEvent("Install", { status: "InProgress" })] }),
    ]),
  ).toBeUndefined();
  expect(eventsNowWords([makeTarget({ status: "InProgress" })])).toBeUndefined();
  expect(eventsNowWords([])).toBeUndefined();
});

test("an instance on which an event failed is before no other, but for one of the revision before, whose failure is ignored", () => {
  const next = makeEvent("ApplicationStart");
  const after = ["AfterInstall", "ApplicationStop"].map((name) =>
    makeTarget({ status: "InProgress", events: [makeEvent(name, { status: "Failed" }), next] }),
  );
  expect(eventsNowWords(after)).toBe("1 before ApplicationStart");
  expect(eventsNowWords(after.slice(0, 1))).toBeUndefined();
});

test("of many events the rest is counted", () => {
  const targets = ["A", "B", "C", "D", "E", "F"].map((name) => at(name));
  expect(eventsNowWords(targets)).toBe("1 in A, 1 in B, 1 in C, 1 in D, 2 in other events");
});
