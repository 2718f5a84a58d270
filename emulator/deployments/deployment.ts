import type { Action } from "../timeline/actions/action.ts";
import { afterAction } from "../timeline/actions/action.ts";
import type { Scenario, Setting, Snapshot } from "../timeline/scenario.ts";

/** A scenario that is being played. */
export class Deployment {
  readonly clock: ScenarioClock;
  readonly #planned: Scenario;
  #scenario: Scenario;
  #setting: Setting;
  #actions: readonly Action[] = [];
  /** When it is created on its clock. */
  readonly startsAtMs: number;
  #latest: { readonly atMs: number; readonly snapshot: Snapshot } | undefined;

  /** @param startsAtMs when it is created on its clock; a partner is created while the other one runs */
  constructor(scenario: Scenario, setting: Setting, clock: ScenarioClock, startsAtMs = 0) {
    this.#planned = scenario;
    this.#scenario = scenario;
    this.#setting = setting;
    this.clock = clock;
    this.startsAtMs = startsAtMs;
  }

  get id(): string {
    return this.setting.deploymentId;
  }

  /** How it goes on, with all that somebody has done to it. */
  get scenario(): Scenario {
    return this.#scenario;
  }

  get setting(): Setting {
    return this.#setting;
  }

  /** What somebody has done to it so far, oldest first. */
  get actions(): readonly Action[] {
    return this.#actions.filter(({ atMs }) => atMs <= this.atMs);
  }

  /**
   * Lets it go on from now as it does after an action. What was done at a time that its clock has since left again has not
   * happened.
   * @param related the ids of the deployments that follow from the action, by their part
   */
  act(action: Action, related: Readonly<Record<string, string>>): void {
    this.#setting = { ...this.#setting, related: { ...this.#setting.related, ...related } };
    this.#actions = [...this.actions, action];
    this.#scenario = this.#actions.reduce(
      (scenario, each) => afterAction(scenario, each, this.#setting),
      this.#planned,
    );
    this.#latest = undefined;
  }

  /** Milliseconds since it was created; negative while it does not exist yet. */
  get atMs(): number {
    return this.clock.atMs - this.startsAtMs;
  }

  /** How it is now. While its clock stands still that is the same, and worked out once: a fleet has thousands of targets. */
  snapshot(): Snapshot {
    const atMs = Math.max(0, this.atMs);
    if (this.#latest?.atMs !== atMs) {
      this.#latest = { atMs, snapshot: this.scenario.at(atMs, this.setting) };
    }
    return this.#latest.snapshot;
  }
}

/** The time within a scenario: it stands still, or runs at some speed along the real clock. */
export class ScenarioClock {
  readonly #now: () => number;
  #atMs: number;
  #setAtRealMs: number;
  #speed: number;

  /** @param speed how many milliseconds pass here in a real one; 0 stands still */
  constructor(now: () => number, atMs: number, speed: number) {
    this.#now = now;
    this.#atMs = atMs;
    this.#speed = speed;
    this.#setAtRealMs = now();
  }

  get speed(): number {
    return this.#speed;
  }

  get atMs(): number {
    return this.#atMs + (this.#now() - this.#setAtRealMs) * this.#speed;
  }

  moveTo(atMs: number): void {
    this.#atMs = atMs;
    this.#setAtRealMs = this.#now();
  }

  advance(byMs: number): void {
    this.moveTo(this.atMs + byMs);
  }

  run(speed: number): void {
    this.moveTo(this.atMs);
    this.#speed = speed;
  }
}
