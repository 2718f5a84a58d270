import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventColumns, keyedEvents } from "./event-columns.ts";
import { makeEvent, makeTarget } from "../../../testing/make-target.ts";

const withEvents = (names: readonly string[], label?: string) =>
  makeTarget({ label, events: names.map((name) => makeEvent(name)) });
const keys = (...args: Parameters<typeof eventColumns>) => eventColumns(...args).map(({ key }) => key);

describe("the columns of the matrix", () => {
  test("stand in the order in which AWS sends the events", () => {
    expect(keys([withEvents(["Install", "BeforeInstall"])])).toEqual(["Install", "BeforeInstall"]);
  });

  test("are the documented ones only while no target shows any", () => {
    expect(keys([makeTarget()], ["Install"])).toEqual(["Install"]);
    expect(keys([makeTarget(), withEvents(["Mystery"])], ["Install"])).toEqual(["Mystery"]);
  });

  test("merge the events of targets that have different ones", () => {
    expect(keys([withEvents(["A", "D"]), withEvents(["A", "B", "D"]), withEvents(["D", "E"])])).toEqual([
      "A",
      "B",
      "D",
      "E",
    ]);
  });

  test("put the events of original instances behind those of the replacement", () => {
    const blue = withEvents(["BlockTraffic"], "Blue");
    expect(keys([blue, withEvents(["Install", "AllowTraffic"], "Green")])).toEqual([
      "Install",
      "AllowTraffic",
      "BlockTraffic",
    ]);
  });

  test("keep an event that a target has twice, and one without a name", () => {
    expect(keys([withEvents(["Install", "Install", ""])])).toEqual(["Install", "Install (2)", ""]);
  });

  test("hold every event of every target exactly once, in an order that one target alone keeps", () => {
    const names = fc.array(fc.constantFrom("A", "B", "C", "__proto__", "constructor"), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(names, { maxLength: 6 }), (fleet) => {
        const targets = fleet.map((own) => withEvents(own));
        const found = keys(targets);
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(new Set(targets.flatMap((target) => [...keyedEvents(target).keys()])));
        for (const target of targets) expect(keys([target])).toEqual([...keyedEvents(target).keys()]);
      }),
    );
  });
});
