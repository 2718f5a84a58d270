import type { CodeDeploy } from "../../aws/codedeploy/operations.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { AppErrorKind } from "../../errors/app-error.ts";
import { AppError } from "../../errors/app-error.ts";
import { settle } from "../../values/settle.ts";

/** Asks for a deployment, as GetDeployment does. */
export type AskDeployment = CodeDeploy["getDeployment"];

/** What AWS allows in one request. */
const MOST = 25;
/** How long a request waits for others. Long enough for polls that are told to ask now to find out whether they must. */
const GATHER_MS = 50;

/** Failures that may come from what is asked for together, and of which each deployment has its own answer. */
const BY_CONTENT: ReadonlySet<AppErrorKind> = new Set([
  "access-denied",
  "invalid-id",
  "malformed",
  "not-found",
]);

interface Waiting {
  ref: DeploymentRef;
  signal: AbortSignal;
  resolve: (answer: DeploymentAnswer) => void;
  reject: (reason: unknown) => void;
}

interface FoldedRequests {
  codeDeploy: Pick<CodeDeploy, "getDeployment" | "batchGetDeployments">;
  /** The last answer to a poll; `undefined` before one. */
  known: (ref: DeploymentRef) => DeploymentAnswer | undefined;
  /** Lets the other polls of a Region ask now that would soon do so anyway. */
  callOthers: (ref: DeploymentRef) => void;
}

/**
 * Asks for several deployments of one Region in one request, BatchGetDeployments. Each keeps what it has alone: its policy of when to
 * ask, its failures and what it tells other tabs. GetDeployment is asked
 * - for the first answer, and for one that has ended: what stays on the page is GetDeployment's;
 * - for a deployment that the answer leaves out, which AWS does not explain, from then on: GetDeployment says why;
 * - for all of a Region where the request is refused, from then on; where it fails by what is in it, this time.
 *
 * @returns asks as GetDeployment does, and throws as it does
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeployments.html
 */
export function foldedRequests({ codeDeploy, known, callOthers }: FoldedRequests): AskDeployment {
  const refused = new Set<string>();
  const alone = new Set<string>();
  const waiting = new Map<string, Waiting[]>();

  function mayFold(ref: DeploymentRef): boolean {
    const answer = known(ref);
    if (!answer || isFinished(answer.deployment.status)) return false;
    return !refused.has(ref.region) && !alone.has(keyOf(ref));
  }

  function send(region: string): void {
    const all = (waiting.get(region) ?? []).filter(({ signal }) => !signal.aborted);
    waiting.delete(region);
    for (let start = 0; start < all.length; start += MOST)
      void sendBatch(region, all.slice(start, start + MOST));
  }

  async function sendBatch(region: string, batch: readonly Waiting[]): Promise<void> {
    const askAlone = () => {
      for (const { ref, signal, resolve, reject } of batch)
        codeDeploy.getDeployment(ref, signal).then(resolve, reject);
    };
    if (batch.length < 2) return askAlone();
    try {
      const deploymentIds = batch.map(({ ref }) => ref.deploymentId);
      const answers = await codeDeploy.batchGetDeployments({ region, deploymentIds }, whileAnyWaits(batch));
      const byId = new Map(answers.map((answer) => [answer.deployment.deploymentId, answer]));
      for (const { ref, signal, resolve, reject } of batch) {
        const answer = byId.get(ref.deploymentId);
        if (answer && !isFinished(answer.deployment.status)) resolve(answer);
        else {
          if (!answer) alone.add(keyOf(ref));
          codeDeploy.getDeployment(ref, signal).then(resolve, reject);
        }
      }
    } catch (error) {
      if (error instanceof AppError && BY_CONTENT.has(error.kind)) {
        if (error.kind === "access-denied") refused.add(region);
        askAlone();
      } else for (const { reject } of batch) reject(error);
    }
  }

  return (ref, signal) => {
    if (!mayFold(ref)) return codeDeploy.getDeployment(ref, signal);
    const answer = new Promise<DeploymentAnswer>((resolve, reject) => {
      const others = waiting.get(ref.region);
      const one = { ref, signal, resolve, reject };
      if (others) return void others.push(one);
      waiting.set(ref.region, [one]);
      callOthers(ref);
      setTimeout(() => send(ref.region), GATHER_MS);
    });
    return settle(answer, signal);
  };
}

/** A signal that aborts once nobody waits any more. */
function whileAnyWaits(batch: readonly Waiting[]): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (batch.every(({ signal }) => signal.aborted)) controller.abort();
  };
  for (const { signal } of batch) signal.addEventListener("abort", stop, { once: true });
  return controller.signal;
}

function keyOf({ region, deploymentId }: DeploymentRef): string {
  return `${region}/${deploymentId}`;
}
