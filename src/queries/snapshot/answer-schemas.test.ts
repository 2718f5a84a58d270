import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isKept } from "./answer-schemas.ts";

/** Questions of which a snapshot keeps nothing: no part of a deployment's page, or only to act on it. */
const NOT_KEPT = new Set([
  "caller-identity",
  // Pages of accounts, and of two deployments beside each other.
  "account-activity",
  "account-applications",
  "compared-deployments",
  "compared-targets",
  "newest-deployment",
  // Pages of groups.
  "ended-deployment",
  "ecs-service-now",
  "application-groups",
  "group-deployments",
  "group-list",
  "marked-deployment",
  "running-deployments",
]);

const FOLDER = join(import.meta.dirname, "..");
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.test)\.tsx?$/.test(name),
);

test("each question of the page is kept by a snapshot, or named as one that is not", () => {
  const asked = files.flatMap((name) =>
    Array.from(
      readFileSync(join(FOLDER, name), "utf8").matchAll(/(?:queryKey: |return |=> )\[\s*"([a-z-]+)"/g),
      ([, about = ""]) => about,
    ),
  );
  expect(asked.length).toBeGreaterThan(12);
  const undecided = asked.filter((about) => isKept(about) === NOT_KEPT.has(about));
  expect(undecided, "give it a row in answer-schemas.ts, or name it here").toEqual([]);
});
