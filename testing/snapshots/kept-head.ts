import { JOINS } from "../../src/aws-names/services.ts";

export const ID = "d-74D35AS7C";
export const REGION = "us-east-1";
/** As AWS sends times: seconds. */
export const START_S = 1_795_701_730;
export const START_MS = START_S * 1_000;

/** What both files begin with. */
export const SHARED = {
  format: "deploywatch-snapshot",
  version: 1,
  takenAt: new Date(START_MS + 600_000).toISOString(),
  answeredAt: new Date(START_MS + 590_000).toISOString(),
  region: REGION,
  deploymentId: ID,
  joins: [...JOINS],
  transitions: [{ from: "InProgress", to: "Failed", seenAtMs: START_MS + 500_000, uncertaintyMs: 5_000 }],
  redacted: { accounts: 2, logs: 1 },
  leftOut: ["the other deployments of the group"],
  failure: { kind: "throttled", awsCode: "ThrottlingException", failures: 3 },
};
