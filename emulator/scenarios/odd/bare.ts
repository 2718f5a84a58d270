import type { Scenario } from "../../timeline/scenario.ts";

/** Every member of the API model is optional; here almost all of them are left out. */
export const bare: Scenario = {
  name: "bare",
  description: "In progress, with nothing in the answer but the id and the status.",
  computePlatform: "Server",
  lengthMs: 0,
  moments: {},
  partners: {},
  at: (_atMs, { deploymentId }) => ({ info: { deploymentId, status: "InProgress" }, targets: [] }),
};
