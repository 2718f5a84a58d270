import { vi } from "vitest";
import { callAws } from "../src/aws/call-aws.ts";
import type { CodeDeploy } from "../src/aws/codedeploy/operations.ts";
import type { ActionKind } from "../src/codedeploy/actions/action.ts";
import { storedRecords } from "../src/queries/acting/action-records.ts";
import type { Acting } from "../src/queries/acting/acting.ts";
import { createActing } from "../src/queries/acting/acting.ts";
import type { TabLocks } from "../src/queries/tab-locks.ts";
import { fakeCodeDeploy } from "./fake-aws.ts";
import { memoryStorage } from "./memory-storage.ts";

const REF = { region: "eu-west-1", deploymentId: "d-74D35AS7C" };

/** What AWS does with a request. */
export type Fate =
  | "answers"
  | "refuses"
  | "acts-and-fails"
  | "acts-and-is-lost"
  | "loses"
  | "hangs"
  | "gives-no-credentials";

export const FATES: readonly Fate[] = [
  "answers",
  "refuses",
  "acts-and-fails",
  "acts-and-is-lost",
  "loses",
  "hangs",
  "gives-no-credentials",
];

interface Request {
  tab: number;
  kind: ActionKind;
  fate: Fate;
  /** What was written down when it went out. */
  wasWritten: boolean;
}

/** For tests: a browser with tabs, and AWS, which notes what reaches it. The app's own code is all that stands between. */
export class ActingBrowser {
  readonly requests: Request[] = [];
  readonly attempts: Fate[] = [];
  /** The tabs that have read the deployment again. */
  readonly readings: number[] = [];
  readonly #stored = new Map<string, string>();
  readonly #queue: { tab: number; begin: () => void }[] = [];
  readonly #dead = new Set<number>();
  readonly #listening = new Map<number, () => void>();
  #holder: number | undefined;
  #lastTab = 0;
  fate: Fate = "answers";

  constructor() {
    // What a tab writes, the others are told of.
    const page = new EventTarget();
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
  }

  /** Opens a tab, or loads one anew. */
  open(): { tab: number; acting: Acting } {
    this.#lastTab += 1;
    const tab = this.#lastTab;
    const acting = createActing({
      codeDeploy: this.#codeDeploy(tab),
      ref: REF,
      records: storedRecords("account", REF, this.#storage(tab)),
      locks: this.#locks(tab),
      readAgain: () => void this.readings.push(tab),
      readAtMs: () => undefined,
    });
    this.#listening.set(
      tab,
      acting.subscribe(() => {}),
    );
    return { tab, acting };
  }

  /** Closes a tab: none of its code runs any more, and its locks are given back. */
  close(tab: number): void {
    this.#dead.add(tab);
    this.#listening.get(tab)?.();
    if (this.#holder === tab) this.#release();
  }

  #storage(tab: number): Storage {
    return Object.assign(memoryStorage(this.#stored), {
      setItem: (key: string, text: string) => {
        if (this.#dead.has(tab)) return;
        this.#stored.set(key, text);
        dispatchEvent(new Event("storage"));
      },
    });
  }

  #locks(tab: number): TabLocks {
    return (_name, work) =>
      new Promise((resolve, reject) => {
        const begin = () => {
          this.#holder = tab;
          work()
            .then(resolve, reject)
            .finally(() => {
              if (this.#holder === tab) this.#release();
            });
        };
        this.#queue.push({ tab, begin });
        if (this.#holder === undefined) this.#release();
      });
  }

  #release(): void {
    this.#holder = undefined;
    const next = this.#queue.shift();
    if (!next) return;
    if (this.#dead.has(next.tab)) this.#release();
    else next.begin();
  }

  #codeDeploy(tab: number): CodeDeploy {
    const ask = async (kind: ActionKind, signal: AbortSignal, onSend: (() => void) | undefined) => {
      const { fate } = this;
      const context = {
        kind: "action" as const,
        action: "codedeploy:StopDeployment",
        origins: [],
        signal,
        credentials: { held: () => undefined, renew: () => {} },
      };
      return callAws(context, async () => {
        this.attempts.push(fate);
        if (fate === "gives-no-credentials") throw new TypeError("Failed to fetch");
        const written = [...this.#stored.values()].some((text) => text.includes(`"kind":"${kind}"`));
        onSend?.();
        this.requests.push({ tab, kind, fate, wasWritten: written });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return answerOf(fate);
      });
    };
    return fakeCodeDeploy({
      createDeployment: async ({ request }, signal, onSend) => {
        await ask(request.deploymentMode === "RESTART" ? "restart" : "redeploy", signal, onSend);
        return { deploymentId: "d-NEW000001" };
      },
      stopDeployment: ({ autoRollbackEnabled }, signal, onSend) =>
        ask(autoRollbackEnabled ? "stop-and-roll-back" : "stop", signal, onSend),
      continueDeployment: async ({ deploymentWaitType }, signal, onSend) => {
        await ask(deploymentWaitType === "READY_WAIT" ? "reroute" : "end-wait", signal, onSend);
        return {};
      },
    });
  }
}

function answerOf(fate: Fate): Promise<{ status: string; statusMessage: string }> {
  switch (fate) {
    case "answers":
      return Promise.resolve({ status: "Pending", statusMessage: "No more commands" });
    case "refuses":
      return Promise.reject(named("DeploymentAlreadyCompletedException", 400));
    case "acts-and-fails":
      return Promise.reject(named("InternalFailure", 500));
    case "acts-and-is-lost":
    case "loses":
    case "gives-no-credentials":
      return Promise.reject(new TypeError("Failed to fetch"));
    case "hangs":
      return new Promise(() => {});
  }
}

function named(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}
