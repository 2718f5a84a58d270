import { Deployments } from "../../emulator/deployments/deployments.ts";
import { requireScenario } from "../../emulator/scenarios/catalogue.ts";
import type { Snapshot } from "../../emulator/timeline/scenario.ts";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { Target } from "../../src/codedeploy/targets/target.ts";
import { decodeDeployment, decodeTarget } from "../../testing/arbitrary/decode.ts";
import { fakeCodeDeploy } from "../../testing/fake-aws.ts";
import { sleep } from "./virtual-aws.ts";

/** AWS does not tell its page size. */
const PAGE_SIZE = 100;
const LATENCY_MS = { least: 50, most: 200 };

type Operation = "GetDeployment" | "ListDeploymentTargets" | "BatchGetDeploymentTargets";

/** A fleet of the emulator at the end of a wire that is a promise and not a socket, so that minutes pass in seconds. */
export class VirtualFleet {
  readonly calls: { atMs: number; operation: Operation }[] = [];
  readonly deploymentId: string;
  readonly codeDeploy: CodeDeploy;
  readonly #snapshot: () => Snapshot;
  readonly #random: () => number;

  /** @param speed how many times as fast as it is written down the fleet is deployed to */
  constructor(scenario: string, { speed, random }: { speed: number; random: () => number }) {
    const deployment = new Deployments(Date.now).start(requireScenario(scenario), { speed });
    this.deploymentId = deployment.id;
    this.#snapshot = () => deployment.snapshot();
    this.#random = random;
    this.codeDeploy = fakeCodeDeploy({
      getDeployment: (_, signal) =>
        this.#answer("GetDeployment", signal, ({ info }) => ({
          deployment: decodeDeployment(JSON.parse(JSON.stringify(info))),
          raw: {},
        })),
      listDeploymentTargets: ({ status, nextToken }, signal) =>
        this.#answer("ListDeploymentTargets", signal, ({ targets }) => {
          const wanted = targets.filter((target) => status === undefined || target.status === status);
          const from = Number(nextToken ?? 0);
          const next = from + PAGE_SIZE;
          return {
            kind: "ids",
            ids: wanted.slice(from, next).map(({ targetId }) => targetId),
            nextToken: next < wanted.length ? String(next) : undefined,
          };
        }),
      batchGetDeploymentTargets: ({ targetIds }, signal) =>
        this.#answer("BatchGetDeploymentTargets", signal, (now) => {
          const found = targetsOf(now, new Set(targetIds));
          return targetIds.flatMap((id) => found.get(id) ?? []);
        }),
    });
  }

  /** The targets as they are at this moment, whatever anybody knows of them; all, or those with these ids. */
  truth(ids?: ReadonlySet<string>): Map<string, Target> {
    return targetsOf(this.#snapshot(), ids);
  }

  get status(): string | undefined {
    return this.#snapshot().info.status;
  }

  async #answer<Result>(operation: Operation, signal: AbortSignal, read: (now: Snapshot) => Result) {
    this.calls.push({ atMs: Date.now(), operation });
    await sleep((LATENCY_MS.least + this.#random() * (LATENCY_MS.most - LATENCY_MS.least)) / 2, signal);
    const result = read(this.#snapshot());
    await sleep((LATENCY_MS.least + this.#random() * (LATENCY_MS.most - LATENCY_MS.least)) / 2, signal);
    return result;
  }
}

function targetsOf({ targets }: Snapshot, ids?: ReadonlySet<string>): Map<string, Target> {
  const wanted = targets.filter(({ targetId }) => !ids || ids.has(targetId));
  return new Map(
    wanted.map((target) => [
      target.targetId,
      decodeTarget(JSON.parse(JSON.stringify(target.describe())), target.targetId),
    ]),
  );
}
