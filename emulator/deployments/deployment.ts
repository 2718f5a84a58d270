import type { Scenario, Setting, Snapshot } from "../timeline/scenario.ts";
import type { ScenarioClock } from "./scenario-clock.ts";

/** A scenario that is being played. */
export class Deployment {
  readonly scenario: Scenario;
  readonly setting: Setting;
  readonly clock: ScenarioClock;
  readonly #startsAtMs: number;

  /** @param startsAtMs when it is created on its clock; a partner is created while the other one runs */
  constructor(scenario: Scenario, setting: Setting, clock: ScenarioClock, startsAtMs = 0) {
    this.scenario = scenario;
    this.setting = setting;
    this.clock = clock;
    this.#startsAtMs = startsAtMs;
  }

  get id(): string {
    return this.setting.deploymentId;
  }

  /** Milliseconds since it was created; negative while it does not exist yet. */
  get atMs(): number {
    return this.clock.atMs - this.#startsAtMs;
  }

  snapshot(): Snapshot {
    return this.scenario.at(Math.max(0, this.atMs), this.setting);
  }
}
