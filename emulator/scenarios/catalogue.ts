import type { Scenario } from "../timeline/scenario.ts";
import { ec2Created } from "./ec2-created.ts";
import { ec2Rolling } from "./ec2-rolling.ts";

/** Every scenario that can be started by its name. */
export const scenarios: readonly Scenario[] = [ec2Created, ec2Rolling];

/** Finds a scenario by its name. */
export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
