import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** The test files that take seconds, longest first. */
export const LONG_FILES: readonly string[] = [
  "testing/snapshots/round-trip.test.tsx",
  "testing/arbitrary/arbitrary-answers.test.tsx",
  "tools/load/fleet.test.ts",
  "src/codedeploy/find/find-deployments.test.ts",
  "hosting/cloudformation/nag.test.ts",
  "emulator/model/every-answer.test.ts",
  "testing/snapshots/mutated.test.tsx",
  "emulator/scenarios/catalogue.test.ts",
  "emulator/deployments/random-actions.test.ts",
  "tools/load/chaos.test.ts",
  "tools/build/type-check.test.ts",
  "tools/load/viewers.test.ts",
  "testing/claims/group-claims.test.tsx",
  "tools/load/soak.test.ts",
  "hosting/cloudformation/template.test.ts",
];

/**
 * Starts long test files first, so that none of them is left for one core at the end. The others stand together by project, since
 * only files of one project can share a process.
 */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(
      files.toSorted((a, b) => rank(a) - rank(b) || a.project.name.localeCompare(b.project.name)),
    );
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = LONG_FILES.findIndex((path) => moduleId.endsWith(path));
  return index === -1 ? LONG_FILES.length : index;
}
