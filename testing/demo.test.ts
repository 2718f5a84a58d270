import { expect, test } from "vitest";
import { demoConfig } from "../emulator/demo/demo-config.ts";
import { JOINS } from "../src/aws-names/services.ts";
import { parseConfig } from "../src/config/parse-config.ts";

test("the demo shows what every join adds", () => {
  const result = parseConfig(JSON.stringify(demoConfig("http://127.0.0.1:4566", [])));
  expect("config" in result && result.config.joins?.toSorted()).toEqual(JOINS.toSorted());
});
