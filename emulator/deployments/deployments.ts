import { pastOf } from "./group-past.ts";
import { pastRunOf } from "./past-run.ts";
import { deploymentIdFor } from "../timeline/fingerprint.ts";
import { minutes, seconds } from "../timeline/duration.ts";
import type { NewAction } from "../timeline/actions/action.ts";
import { nextPlay } from "../timeline/actions/next-play.ts";
import { play } from "../timeline/play.ts";
import type { Facts, Scenario } from "../timeline/scenario.ts";
import { fullLengthMs } from "../timeline/scenario.ts";
import { Deployment, ScenarioClock } from "./deployment.ts";
import type { GroupNames } from "./in-group.ts";
import { inGroup } from "./in-group.ts";
import { Revisions } from "./revisions.ts";

/** How a scenario is to be played. */
export interface StartOptions extends GroupNames {
  readonly region?: string;
  readonly deploymentId?: string;
  readonly atMs?: number;
  /** 0, which is the default, stands still; 1 keeps pace with the real clock. */
  readonly speed?: number;
  /** How many earlier deployments its group has had, one a day. */
  readonly pastRuns?: number;
  /** How many earlier deployments its group has had, some four a day, a tenth of which failed. */
  readonly history?: number;
  /** How long before now it was created; by default as long as needed for all of its future to lie in the past. */
  readonly createdAgoMs?: number;
}

const SHORTEST_PAST_MS = minutes(10);

/** All deployments of the emulated account, over all Regions. */
export class Deployments {
  readonly now: () => number;
  readonly revisions = new Revisions();
  /** The speed of the clock of a deployment that AWS's CreateDeployment makes where the clock of the group's newest one stands still. */
  createdSpeed = 0;
  readonly #all = new Map<string, Deployment>();
  #started = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Starts a scenario together with its partners. */
  start(played: Scenario, options: StartOptions = {}): Deployment {
    const { region = "us-east-1", atMs = 0, speed = 0, applicationName, deploymentGroupName } = options;
    const scenario = inGroup(played, {
      ...(applicationName !== undefined && { applicationName }),
      ...(deploymentGroupName !== undefined && { deploymentGroupName }),
    });
    this.#started += 1;
    const deploymentId = options.deploymentId ?? deploymentIdFor(`${this.now()} ${this.#started}`);
    const clock = new ScenarioClock(this.now, atMs, speed);
    const agoMs =
      options.createdAgoMs ?? (speed === 1 ? atMs : Math.max(fullLengthMs(scenario), SHORTEST_PAST_MS));
    const createdAtMs = this.now() - agoMs;
    const related = partnerIds(deploymentId, Object.keys(scenario.partners));
    const deployment = new Deployment(scenario, { deploymentId, region, createdAtMs, related }, clock);
    this.#all.set(deploymentId, deployment);
    this.#addPartners(deployment);
    for (let days = 1; days <= (options.pastRuns ?? 0); days++) this.#addPast(deployment, days);
    for (const [place, past] of pastOf(scenario, options.history ?? 0).entries()) {
      this.#addOver(past.scenario, deployment, `history ${place}`, past.beforeMs);
    }
    return deployment;
  }

  /**
   * Creates a deployment in a group, as CreateDeployment does: now, on a clock of its own that keeps pace with that of the group's
   * newest deployment.
   * @param group the group's deployments, newest first
   * @param facts what AWS tells of it from the start
   */
  create(group: readonly [Deployment, ...Deployment[]], facts: Facts): Deployment {
    const [newest] = group;
    this.#started += 1;
    const deploymentId = deploymentIdFor(`${this.now()} created ${this.#started}`);
    const before =
      group.map(({ scenario }) => scenario.play?.targets ?? []).find(({ length }) => length > 0) ?? [];
    const scenario = play(nextPlay({ deploymentId, facts, before }));
    const clock = new ScenarioClock(this.now, 0, newest.clock.speed || this.createdSpeed);
    const { region } = newest.setting;
    const setting = { deploymentId, region, createdAtMs: this.now(), related: {} };
    const created = new Deployment(scenario, setting, clock);
    this.#all.set(deploymentId, created);
    return created;
  }

  /**
   * Does something to a deployment, now. A rollback that follows is a deployment of its own, with an id of its own; what was
   * to follow without the action and has not begun never does.
   */
  act(deployment: Deployment, action: NewAction): void {
    const atMs = deployment.atMs;
    const planned = Object.entries(deployment.scenario.partners);
    for (const [part, { startsAtMs }] of planned) {
      if (startsAtMs > atMs) this.#all.delete(deployment.setting.related[part] ?? "");
    }
    deployment.act({ ...action, atMs }, partnerIds(deployment.id, ["rollback"]));
    this.#addPartners(deployment);
  }

  /** Adds the deployments that belong to another one, as far as they are not there. */
  #addPartners({ id, scenario, setting, clock, startsAtMs: originMs }: Deployment): void {
    for (const [part, { scenario: partner, startsAtMs }] of Object.entries(scenario.partners)) {
      const deploymentId = setting.related[part] ?? "";
      if (this.#all.has(deploymentId)) continue;
      const createdAtMs = setting.createdAtMs + startsAtMs;
      const { region } = setting;
      const itsSetting = { deploymentId, region, createdAtMs, related: { origin: id } };
      this.#all.set(deploymentId, new Deployment(partner, itsSetting, clock, originMs + startsAtMs));
    }
  }

  /** Adds the deployment of the same group so many days before. */
  #addPast(newest: Deployment, days: number): void {
    this.#addOver(pastRunOf(newest.scenario), newest, `${days} days before`, days * minutes(24 * 60));
  }

  /** Adds an earlier deployment of the same group, which is over, together with its partners. */
  #addOver(past: Scenario, { id, setting }: Deployment, name: string, beforeMs: number): void {
    const deploymentId = deploymentIdFor(`${id} ${name}`);
    const { region } = setting;
    const createdAtMs = setting.createdAtMs - beforeMs;
    const related = partnerIds(deploymentId, Object.keys(past.partners));
    // A second after its end: at another pace, its length is no whole number.
    const clock = new ScenarioClock(this.now, fullLengthMs(past) + seconds(1), 0);
    const deployment = new Deployment(past, { deploymentId, region, createdAtMs, related }, clock);
    this.#all.set(deploymentId, deployment);
    this.#addPartners(deployment);
  }

  /** All that have been created in a Region. */
  inRegion(region: string): Deployment[] {
    return [...this.#all.values()].filter(({ setting, atMs }) => setting.region === region && atMs >= 0);
  }

  /** Those of one platform. Who looks into targets asks for these: to describe the thousands of a fleet takes seconds. */
  ofPlatform(platform: Scenario["computePlatform"], region: string): Deployment[] {
    return this.inRegion(region).filter(({ scenario }) => scenario.computePlatform === platform);
  }

  /** Finds a deployment wherever and whenever it is. */
  get(deploymentId: string): Deployment | undefined {
    return this.#all.get(deploymentId);
  }

  /** Finds a deployment the way AWS does: only in its Region, and only once it has been created. */
  find(deploymentId: string, region: string): Deployment | undefined {
    const deployment = this.#all.get(deploymentId);
    return deployment?.setting.region === region && deployment.atMs >= 0 ? deployment : undefined;
  }

  /** Deletes a deployment and its partners, as deleting its group does at AWS. */
  remove(deployment: Deployment): void {
    for (const id of [deployment.id, ...Object.values(deployment.setting.related)]) this.#all.delete(id);
  }
}

/** The ids of the deployments that belong to another one, by their part in the play. */
function partnerIds(deploymentId: string, parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [part, deploymentIdFor(`${deploymentId} ${part}`)]));
}
