import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LIVE_SEEDS, STATIC_SEEDS } from "./demo/seed-list.ts";
import { SCENARIOS } from "./scenarios/catalogue.ts";
import type { Scenario } from "./timeline/scenario.ts";

/** The formatter pads the cells of tables. */
const readme = readFileSync(new URL("README.md", import.meta.url), "utf8").replaceAll(/ +/g, " ");

test.each(SCENARIOS)("the README's table tells of $name as it is", (scenario) => {
  expect(readme).toContain(rowOf(scenario));
});

test.each(SCENARIOS.filter(({ guess }) => guess !== undefined))(
  "the README says what of $name is a guess",
  ({ name, guess }) => {
    expect(readme.replaceAll(/\s+/g, " ")).toContain(`- \`${name}\`: ${guess}`);
  },
);

test.each(SCENARIOS.filter(endsAWaitForSomebody))(
  "how the wait of $name ends is called a guess",
  ({ guess }) => {
    expect(guess).toMatch(/^How the wait ends: /);
  },
);

/** Does the scenario wait for somebody's go, and stop without it? */
function endsAWaitForSomebody(scenario: Scenario): boolean {
  const { lengthMs, moments } = scenario;
  const setting = { deploymentId: "d-TEST00001", region: "us-east-1", createdAtMs: 0, related: {} };
  const statuses = [...Object.values(moments), lengthMs].map(
    (atMs) => scenario.at(atMs, setting).info.status,
  );
  return statuses.includes("Ready") && statuses.at(-1) === "Stopped";
}

/** A scenario's line in the table: its name, the demo's id, its length, its moments and its sentence. */
function rowOf({ name, lengthMs, moments, description }: Scenario): string {
  const live = LIVE_SEEDS.find(({ scenario }) => scenario === name);
  const still = STATIC_SEEDS.find(({ scenario }) => scenario === name);
  const id = live ? `d-${live.idPrefix}…` : still?.deploymentId;
  const names = Object.keys(moments).map((moment) => `\`${moment}\``);
  return `| \`${name}\` | \`${id}\` | ${lengthOf(lengthMs)} | ${names.join(" ")} | ${description} |`.replaceAll(
    / +/g,
    " ",
  );
}

function lengthOf(lengthMs: number): string {
  const seconds = Math.round(lengthMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
