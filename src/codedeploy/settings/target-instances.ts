import type { EC2TagFilter, EC2TagFilterType } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { distinct, present } from "../../values/lists.ts";
import { lookUp } from "../../values/look-up.ts";

/** What a tag of an instance must be like. A missing key or value is the empty string. */
export type TagCondition =
  | { match: "key"; key: string }
  | { match: "value"; value: string }
  | { match: "both"; key: string; value: string }
  /** A filter of a type that nobody knows yet. */
  | { match: "unknown"; type: string; key: string; value: string };

export interface TargetInstances {
  autoScalingGroups: string[];
  /** An instance needs one of these. */
  tagFilters: TagCondition[];
  /** An instance needs one condition of every set. */
  tagSets: TagCondition[][];
}

const CONDITIONS: Readonly<Record<EC2TagFilterType, (key: string, value: string) => TagCondition>> = {
  KEY_ONLY: (key) => ({ match: "key", key }),
  VALUE_ONLY: (_, value) => ({ match: "value", value }),
  KEY_AND_VALUE: (key, value) => ({ match: "both", key, value }),
};

/**
 * The replacement instances that were chosen when the deployment was made; `undefined` when none were.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TargetInstances.html
 */
export function targetInstances({ targetInstances: sent }: Deployment): TargetInstances | undefined {
  const autoScalingGroups = distinct(present(sent?.autoScalingGroups)).filter((name) => name !== "");
  const tagFilters = distinct(present(sent?.tagFilters).map(condition));
  const tagSets = distinct(
    present(sent?.ec2TagSet?.ec2TagSetList).map((set) => distinct(present(set).map(condition))),
  ).filter((set) => set.length > 0);
  return autoScalingGroups.length + tagFilters.length + tagSets.length === 0
    ? undefined
    : { autoScalingGroups, tagFilters, tagSets };
}

function condition({ Key: key, Value: value, Type: type }: EC2TagFilter): TagCondition {
  const impliedType = value === undefined ? "KEY_ONLY" : key === undefined ? "VALUE_ONLY" : "KEY_AND_VALUE";
  const make = lookUp(CONDITIONS, type ?? impliedType);
  if (make) return make(key ?? "", value ?? "");
  return { match: "unknown", type: type ?? "", key: key ?? "", value: value ?? "" };
}
