import fc from "fast-check";
import type { TargetsView } from "../../src/app/address.ts";
import { AppError } from "../../src/errors/app-error.ts";
import type { Json } from "../../src/codedeploy/deployment/deployment.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import type { TargetEntry, TargetList } from "../../src/codedeploy/targets/target-list.ts";
import { deploymentConfigInfo } from "./arbitrary-deployment-config.ts";
import { deploymentInfo } from "./arbitrary-deployment.ts";
import { deploymentTarget, TARGET_IDS } from "./arbitrary-target.ts";
import { decodeTarget } from "./decode.ts";

/** What AWS has answered, and how somebody looks at it. */
export interface Page {
  info: Json;
  list: TargetList;
  config: Json;
  timeZone: "local" | "utc";
  targets: TargetsView;
  /** Room for the matrix of targets. */
  isWide: boolean;
}

const target: fc.Arbitrary<Target> = fc
  .record({ id: fc.constantFrom(...TARGET_IDS), wire: deploymentTarget })
  .map(({ id, wire }) => decodeTarget(wire, id));

const entry: fc.Arbitrary<TargetEntry> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("read"), target }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("gone"), last: fc.option(target, { nil: undefined }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("unread") }) },
);

const fault = fc.option(fc.constant(new AppError("throttled", { detail: "Rate exceeded" })), {
  freq: 9,
  nil: undefined,
});

const list: fc.Arbitrary<TargetList> = fc
  .record({
    stage: fc.constantFrom("listed", "listed", "listed", "unknown", "not-started"),
    entries: fc.uniqueArray(fc.tuple(fc.constantFrom(...TARGET_IDS), entry), { selector: ([id]) => id }),
    listError: fault,
    detailsError: fault,
  })
  .map(({ stage, entries, listError, detailsError }) => {
    const listed = new Map(stage === "listed" ? entries : []);
    return { stage, ids: [...listed.keys()], entries: listed, listError, detailsError };
  });

const targets: fc.Arbitrary<TargetsView> = fc.record(
  {
    target: fc.constantFrom(...TARGET_IDS, "i-nobody"),
    event: fc.constantFrom("ValidateService", "BeforeInstall", "constructor"),
    status: fc.constantFrom("Failed", "__proto__"),
    label: fc.constantFrom("Blue", "Nobody"),
    layout: fc.constant("times"),
  },
  { requiredKeys: [] },
);

/** A deployment's page with any answers of the API's shape, looked at in any way. */
export const page: fc.Arbitrary<Page> = fc.record({
  info: deploymentInfo,
  list,
  config: deploymentConfigInfo,
  timeZone: fc.constantFrom("local", "utc"),
  targets,
  isWide: fc.boolean(),
});
