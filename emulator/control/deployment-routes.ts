import * as v from "valibot";
import type { Deployment } from "../deployments/deployment.ts";
import { findScenario, SCENARIOS } from "../scenarios/catalogue.ts";
import { ownEntry } from "../own-entry.ts";
import type { EmulatorState } from "../state.ts";
import type { Scenario } from "../timeline/scenario.ts";
import type { Route } from "./route.ts";
import { ControlError, readBody } from "./route.ts";

/** A deployment as the control interface tells of it. */
export interface DeploymentSummary {
  readonly deploymentId: string;
  readonly region: string;
  readonly scenario: string;
  readonly atMs: number;
  readonly related: Readonly<Record<string, string>>;
}

/** A scenario as the control interface tells of it. */
export type ScenarioSummary = Pick<
  Scenario,
  "name" | "description" | "guess" | "computePlatform" | "lengthMs" | "moments"
> & { readonly partners: readonly string[] };

function summariseScenario({
  name,
  description,
  guess,
  computePlatform,
  lengthMs,
  moments,
  partners,
}: Scenario) {
  const summary: ScenarioSummary = {
    name,
    description,
    computePlatform,
    lengthMs,
    moments,
    partners: Object.keys(partners),
  };
  return guess === undefined ? summary : { ...summary, guess };
}

/** Starting deployments and moving their clocks. */
export const DEPLOYMENT_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: /^\/scenarios$/,
    answer: (): ScenarioSummary[] => SCENARIOS.map(summariseScenario),
  },
  {
    method: "POST",
    path: /^\/deployments$/,
    answer: ({ state, body }) => {
      const {
        scenario: name,
        moment,
        runs = false,
        speed = 1,
        ...options
      } = readBody(startRequestSchema, body);
      const scenario = findScenario(name);
      if (!scenario) throw new ControlError(`There is no scenario "${name}".`);
      const atMs = options.atMs ?? momentOf(scenario, moment);
      return summarise(state.deployments.start(scenario, { ...options, atMs, speed: runs ? speed : 0 }));
    },
  },
  {
    method: "GET",
    path: /^\/deployments\/([^/]+)$/,
    answer: ({ state, parameter }) => summarise(requireDeployment(state, parameter)),
  },
  {
    method: "POST",
    path: /^\/deployments\/([^/]+)\/clock$/,
    answer: ({ state, body, parameter }) => {
      const deployment = requireDeployment(state, parameter);
      const { advanceMs = 0, atMs, moment, runs, speed = 1 } = readBody(clockRequestSchema, body);
      const { clock, scenario } = deployment;
      if (moment !== undefined) clock.moveTo(momentOf(scenario, moment));
      if (atMs !== undefined) clock.moveTo(atMs);
      clock.advance(advanceMs);
      if (runs !== undefined) clock.run(runs ? speed : 0);
      return summarise(deployment);
    },
  },
  {
    method: "DELETE",
    path: /^\/deployments\/([^/]+)$/,
    answer: ({ state, parameter }) => {
      state.deployments.remove(requireDeployment(state, parameter));
      return {};
    },
  },
];

function requireDeployment(state: EmulatorState, deploymentId: string): Deployment {
  const deployment = state.deployments.get(deploymentId);
  if (!deployment) throw new ControlError(`There is no deployment "${deploymentId}".`, 404);
  return deployment;
}

function momentOf(scenario: Scenario, moment: string | undefined): number {
  if (moment === undefined) return 0;
  const atMs = ownEntry(scenario.moments, moment);
  if (atMs !== undefined) return atMs;
  const known = Object.keys(scenario.moments).join(", ") || "none";
  throw new ControlError(`Scenario "${scenario.name}" has no moment "${moment}"; it has ${known}.`);
}

function summarise({ id, setting, scenario, atMs }: Deployment): DeploymentSummary {
  return {
    deploymentId: id,
    region: setting.region,
    scenario: scenario.name,
    atMs,
    related: setting.related,
  };
}

const milliseconds = v.pipe(v.number(), v.finite());

/** The body of `POST /_emulator/deployments`. */
export const startRequestSchema = v.strictObject({
  scenario: v.string(),
  region: v.exactOptional(v.string()),
  deploymentId: v.exactOptional(v.pipe(v.string(), v.regex(/^d-[A-Z0-9]{9}$/))),
  /** Where in the scenario it stands: milliseconds since its creation… */
  atMs: v.exactOptional(milliseconds),
  /** …or one of the scenario's named moments. */
  moment: v.exactOptional(v.string()),
  /** Whether its clock runs; it stands still unless told otherwise. */
  runs: v.exactOptional(v.boolean()),
  speed: v.exactOptional(milliseconds),
  createdAgoMs: v.exactOptional(milliseconds),
  /** The group it is in, for a test that wants one of its own; else the scenario's. */
  applicationName: v.exactOptional(v.string()),
  deploymentGroupName: v.exactOptional(v.string()),
  /** How many earlier deployments of its group there are, one a day. */
  pastRuns: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
  /** How many earlier deployments of its group there are, some four a day, a tenth of which failed. */
  history: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))),
});

export type StartRequest = v.InferOutput<typeof startRequestSchema>;

/** The body of `POST /_emulator/deployments/:id/clock`. */
export const clockRequestSchema = v.strictObject({
  advanceMs: v.exactOptional(milliseconds),
  atMs: v.exactOptional(milliseconds),
  moment: v.exactOptional(v.string()),
  runs: v.exactOptional(v.boolean()),
  speed: v.exactOptional(milliseconds),
});

export type ClockRequest = v.InferOutput<typeof clockRequestSchema>;
