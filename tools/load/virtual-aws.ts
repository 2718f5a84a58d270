import type { TokenBucket } from "../../emulator/control/faults.ts";
import type { Deployment } from "../../emulator/deployments/deployment.ts";
import { Deployments } from "../../emulator/deployments/deployments.ts";
import { requireScenario } from "../../emulator/scenarios/catalogue.ts";
import { callAws } from "../../src/aws/call-aws.ts";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import type { DeploymentAnswer } from "../../src/codedeploy/deployment/deployment.ts";
import { fakeCodeDeploy } from "../../testing/fake-aws.ts";

/** What may go wrong with a request on its way. */
export type Fault = "throttled" | "server" | "reset" | "malformed" | "hang" | "slow";

/** A request that came, and how it went. */
export interface Call {
  readonly atMs: number;
  readonly viewer: number;
  readonly outcome: "ok" | Fault;
}

interface VirtualAwsOptions {
  readonly random: () => number;
  /** What happens to a request; nothing unless told. */
  readonly fault?: () => Fault | undefined;
}

/** How long an answer is on its way, there and back. */
const LATENCY_MS = { least: 50, most: 200 };
const SLOW_MS = 3_000;

/**
 * AWS as many viewers see it: the emulator's deployments behind its token bucket, at the end of a wire that is a promise
 * and not a socket, so that hours pass in seconds. What is left out is the SDK's own reading and signing.
 */
export class VirtualAws {
  readonly calls: Call[] = [];
  readonly deployment: Deployment;
  bucket: TokenBucket | undefined;
  readonly #options: VirtualAwsOptions;

  constructor(scenario: string, options: VirtualAwsOptions) {
    this.#options = options;
    const deployments = new Deployments(Date.now);
    this.deployment = deployments.start(requireScenario(scenario), { speed: 1 });
  }

  /** One request of a viewer. */
  async request(viewer: number, signal?: AbortSignal): Promise<DeploymentAnswer> {
    const { random, fault } = this.#options;
    const isThrottled = this.bucket?.take(Date.now()) === false;
    const effect = isThrottled ? "throttled" : fault?.();
    this.calls.push({ atMs: Date.now(), viewer, outcome: effect ?? "ok" });
    await sleep(LATENCY_MS.least + random() * (LATENCY_MS.most - LATENCY_MS.least), signal);
    switch (effect) {
      case "throttled":
        throw awsError("ThrottlingException", "Rate exceeded", 400);
      case "server":
        throw awsError("InternalFailure", "Oops", 500);
      case "reset":
        throw new TypeError("Failed to fetch");
      case "malformed":
        throw Object.assign(new SyntaxError("Unexpected end of JSON input"), {
          $metadata: { httpStatusCode: 200 },
        });
      case "hang":
        await sleep(Number.MAX_SAFE_INTEGER % 2 ** 31, signal);
        break;
      case "slow":
        await sleep(SLOW_MS, signal);
        break;
      case undefined:
    }
    const { status } = this.deployment.snapshot().info;
    return { deployment: { ...(status !== undefined && { status }) }, raw: null };
  }

  /** CodeDeploy as the app's queries see it, with the app's own retry policy. */
  codeDeployFor(viewer: number, beforeEach: () => Promise<unknown> = async () => {}): CodeDeploy {
    return fakeCodeDeploy({
      getDeployment: (_ref, signal) =>
        callAws(
          {
            kind: "read",
            action: "codedeploy:GetDeployment",
            origins: [],
            signal,
            credentials: { held: () => undefined, renew() {} },
          },
          async (attemptSignal) => {
            await beforeEach();
            return this.request(viewer, attemptSignal);
          },
        ),
    });
  }
}

/** Waits in virtual time; rejects when the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop);
  });
}

function awsError(name: string, message: string, httpStatusCode: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}
