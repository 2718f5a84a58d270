import { expect, test } from "vitest";
import { elementsIn } from "./signed-form.ts";

test.each<[string, string[]]>([
  ["", []],
  ["<member>a</member><member>b</member>", ["a", "b"]],
  ["<x><member><y><member>a</member></y></member></x><member/>", ["<y><member>a</member></y>", ""]],
  ['<member id="1">a</member>', ["a"]],
  ["<members>a</members><memberOf>b</memberOf>", []],
])("the elements of %j", (xml, expected) => {
  expect(elementsIn(xml, "member")).toEqual(expected);
});

test.each(["<member>", "<member><member></member>", "</member>"])(
  "an answer cut off is refused: %j",
  (xml) => {
    expect(() => elementsIn(xml, "member")).toThrow(SyntaxError);
  },
);
