import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** The test files that take seconds, of each project the longest first. */
export const LONG_FILES: readonly string[] = [
  "testing/arbitrary/arbitrary-answers.test.tsx",
  "testing/snapshots/mutated.test.tsx",
  "testing/claims/claims.test.tsx",
  "tools/load/fleet.test.ts",
  "src/codedeploy/find/find-deployments.test.ts",
  "emulator/model/every-answer.test.ts",
  "emulator/scenarios/catalogue.test.ts",
  "hosting/cloudformation/template.test.ts",
  "tools/load/chaos.test.ts",
  "emulator/deployments/random-actions.test.ts",
  "tools/load/viewers.test.ts",
  "tools/load/soak.test.ts",
  "testing/snapshots/round-trip.test.tsx",
  "testing/claims/group-claims.test.tsx",
];

/**
 * One project after the other, since only its own files can share a process; of each the long files first, so that none of them is left
 * for one core at the end.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(
      files.toSorted(
        (a, b) => PROJECTS.indexOf(a.project.name) - PROJECTS.indexOf(b.project.name) || rank(a) - rank(b),
      ),
    );
  }
}

/** The last has the most small files, which both cores share to the end. */
const PROJECTS: readonly string[] = ["answers", "components", "code"];

function rank({ moduleId }: TestSpecification): number {
  const index = LONG_FILES.findIndex((path) => moduleId.endsWith(path));
  return index === -1 ? LONG_FILES.length : index;
}
