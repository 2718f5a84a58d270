import { describe, expect, test } from "vitest";
import { matchTargets } from "./target-match.ts";

const instance = (targetId: string) => ({ instanceTarget: { targetId, status: "Pending" as const } });

function matchedIds(...args: Parameters<typeof matchTargets>): string[] {
  return matchTargets(...args).map(({ id }) => id);
}

describe("the targets of an answer", () => {
  test("stand in the order in which they were asked for", () => {
    expect(matchedIds(["a", "b"], [instance("b"), instance("a")])).toEqual(["a", "b"]);
  });

  test("leave out an id that AWS says nothing about", () => {
    expect(matchedIds(["a", "b"], [instance("b")])).toEqual(["b"]);
    expect(matchedIds(["a"], [])).toEqual([]);
  });

  test("keep the id that they were listed under when AWS names them differently", () => {
    const ecs = { ecsTarget: { targetId: "tutorial-app:service", status: "InProgress" as const } };
    expect(matchTargets(["prod:service"], [ecs])).toMatchObject([
      { id: "prod:service", status: "InProgress" },
    ]);
  });

  test("of a type that nobody knows yet take the id that is left", () => {
    const unknown: object = { deploymentTargetType: "EksTarget" };
    expect(matchTargets(["a", "b"], [unknown, instance("a")])).toMatchObject([
      { id: "a", facts: { kind: "instance" } },
      { id: "b", facts: { kind: "unknown", typeName: "EksTarget" } },
    ]);
  });

  test("are never given to an id by guess", () => {
    expect(matchedIds(["a", "b"], [instance("c")])).toEqual([]);
  });

  test("pass over what is null in the list", () => {
    expect(matchedIds(["a"], [null, instance("a")])).toEqual(["a"]);
  });
});
