import type { TaskStopCode } from "@aws-sdk/client-ecs";
import { lookUp } from "../../values/look-up.ts";
import type { StoppedTask, TaskContainer } from "./ecs-service.ts";

/** Why a task stopped. */
export interface StopReason {
  /** In a few words, without a full stop: "api exited with code 1". */
  summary: string;
  /** The image that it is about, where it is about one. */
  image: string | undefined;
  /** ECS's own words, where they say more than the summary. */
  detail: string | undefined;
  /** What to check first. */
  nextStep: string | undefined;
  /** Whether the task stopped although nobody wanted it to. */
  isFault: boolean;
}

/**
 * Why a task stopped, from its containers and from ECS's words. Words that are not known are given back as they are.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export function stopReason(task: StoppedTask): StopReason {
  const { stoppedReason, containers } = task;
  const texts = [...containers.map(({ reason }) => reason), stoppedReason].filter(
    (text) => text !== undefined,
  );
  const reason = (summary: string, more: Partial<StopReason> = {}): StopReason => ({
    summary,
    image: undefined,
    detail: texts[0],
    nextStep: undefined,
    isFault: true,
    ...more,
  });

  const unpulled = containers.find(({ reason: text }) => isPullError(text));
  const pullError = unpulled?.reason ?? (isPullError(stoppedReason) ? stoppedReason : undefined);
  if (pullError !== undefined) {
    const image = unpulled?.image ?? (containers.length === 1 ? containers[0]?.image : undefined);
    return reason(`cannot pull the image${pullCause(pullError)}`, {
      image,
      detail: pullError,
      nextStep:
        "Check the image’s name and tag, that the task execution role may pull it, and that the subnet reaches the registry.",
    });
  }
  const outOfMemory = containers.find(({ reason: text }) => text?.startsWith("OutOfMemoryError"));
  if (outOfMemory) {
    return reason(`${nameOf(outOfMemory)} ran out of memory`, {
      image: outOfMemory.image,
      detail: outOfMemory.reason,
      nextStep:
        "Give the container or the task more memory in the task definition, or find what it uses it for.",
    });
  }
  const known = texts.flatMap((text) => {
    const found = KNOWN.find(({ sign }) => sign.test(text));
    return found ? [{ text, found }] : [];
  })[0];
  if (known) {
    const { summary, nextStep, isFault = true } = known.found;
    return reason(summary, { detail: known.text, nextStep, isFault });
  }
  const exited = exitedContainers(containers);
  if (exited.length > 0) {
    return reason(
      exited.map((container) => `${nameOf(container)} exited with code ${container.exitCode}`).join(", "),
      {
        image: exited.length === 1 ? exited[0]?.image : undefined,
        detail: undefined,
        nextStep: exited.every(({ exitCode }) => exitCode === 0)
          ? "Look at its command: it came to its end without an error, and a service needs one that goes on."
          : "Read the last lines of its log: configuration or a secret that is missing is the usual cause.",
      },
    );
  }
  const error = /^(\w+Error):/.exec(texts[0] ?? "")?.[1];
  if (error !== undefined) return reason(error);
  const byCode = lookUp(CODES, task.stopCode);
  if (byCode) return reason(byCode.summary, { isFault: byCode.isFault });
  return reason(texts[0] ?? task.stopCode ?? "ECS gives no reason", { detail: undefined });
}

function isPullError(text: string | undefined): boolean {
  return text !== undefined && /^CannotPull\w*Error|^CannotPullContainer/.test(text);
}

/** What AWS's words about an image that cannot be pulled say of the cause, the clearest first. */
const PULL_CAUSES: readonly (readonly [sign: RegExp, words: string])[] = [
  // A registry does not tell strangers which of the two it is.
  [/does not exist or may require/i, ": not found, or not allowed"],
  [/not found|manifest unknown|does not exist/i, ": not found"],
  [/no basic auth|denied|not authorized|unauthorized|authorization failed|\b403\b/i, ": not allowed"],
  [/toomanyrequests|too many requests|rate limit/i, ": the registry limits requests"],
  [/no space left/i, ": no space left on the disk"],
  [
    /timeout|timed out|deadline exceeded|connection refused|no such host/i,
    ": the registry cannot be reached",
  ],
  [/matching platform|match for platform|specified platform|exec format/i, ": not built for this platform"],
];

/** What has a slash is the name of an image or an address, and such names may hold any of the words: `shop/platform-denied:403`. */
function pullCause(text: string): string {
  const plain = text.replaceAll(/\S*\/\S*/g, " ");
  return PULL_CAUSES.find(([sign]) => sign.test(plain))?.[1] ?? "";
}

interface KnownReason {
  sign: RegExp;
  summary: string;
  nextStep?: string;
  isFault?: boolean;
}

/** Texts of ECS of which the meaning is documented. */
const KNOWN: readonly KnownReason[] = [
  {
    sign: /failed ELB health checks/i,
    summary: "failed the load balancer’s health checks",
    nextStep: "Compare the target group’s health check (path, port, codes) with what the container answers.",
  },
  {
    sign: /failed container health checks/i,
    summary: "failed its container health check",
    nextStep: "Run the health check’s command of the task definition inside the container.",
  },
  {
    sign: /^ResourceInitializationError/,
    summary: "could not be set up before it started",
    nextStep:
      "Check that the task execution role may read the secrets and that the subnet reaches AWS’s endpoints; ECS’s own words name what failed.",
  },
  {
    sign: /^CannotStartContainerError|^CannotCreateContainerError|^ContainerRuntime/,
    summary: "its container could not be started",
    nextStep: "Check the command, the entry point and the volumes of the task definition.",
  },
  { sign: /^Scaling activity initiated by/i, summary: "was no longer wanted", isFault: false },
  { sign: /^Task stopped by user|^Stopped by user/i, summary: "was stopped by somebody", isFault: false },
];

const CODES: Readonly<Record<TaskStopCode, Pick<StopReason, "summary" | "isFault">>> = {
  TaskFailedToStart: { summary: "failed to start", isFault: true },
  EssentialContainerExited: { summary: "an essential container exited", isFault: true },
  UserInitiated: { summary: "was stopped by somebody", isFault: false },
  ServiceSchedulerInitiated: { summary: "was stopped by the service’s scheduler", isFault: true },
  SpotInterruption: { summary: "lost its Spot capacity", isFault: true },
  TerminationNotice: { summary: "its capacity was taken away", isFault: true },
  InfrastructureHealth: { summary: "its host became unhealthy", isFault: true },
};

/** Ended by ECS with SIGKILL or SIGTERM, most likely because another container of the task had exited. */
const KILLED = new Set([137, 143]);

/** The containers whose exit is the likely reason: those with an exit code of their own, not those that ECS ended then. */
function exitedContainers(containers: readonly TaskContainer[]): TaskContainer[] {
  const exited = containers.filter(({ exitCode }) => exitCode !== undefined);
  const failed = exited.filter(({ exitCode = 0 }) => exitCode !== 0);
  const own = failed.filter(({ exitCode = 0 }) => !KILLED.has(exitCode));
  return [own, failed, exited].find(({ length }) => length > 0) ?? [];
}

function nameOf({ name }: TaskContainer): string {
  return name ?? "a container";
}
