import { formatCount, formatCountOf } from "../../format/counts.ts";
import { formatMinutes } from "../../format/minutes.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { countOf, overview } from "../deployment/overview.ts";
import { platformFacts } from "../deployment/platform.ts";
import { rollback } from "../deployment/rollback.ts";
import { isBeforeStart } from "../deployment/status.ts";
import type { Target } from "../targets/target.ts";
import { movedPercent, movedWords } from "../traffic/traffic-moved.ts";
import { blueGreenStages } from "../waiting/blue-green-stages.ts";
import { usableMinutes, waiting } from "../waiting/waiting.ts";
import type { LiveActionKind } from "./action.ts";
import { originalNoun } from "./action.ts";

/** What an action will do to a deployment as it stands. */
export interface Consequences {
  /** Sentences in the order in which they matter. */
  will: string[];
  /** What speaks against it, or what cannot be undone. */
  warning: string | undefined;
  /** What cannot be taken back is confirmed by typing the group's name. */
  isIrreversible: boolean;
}

/**
 * What an action will do, in words that follow from what AWS reported and what AWS documents. What is neither reported nor
 * documented is left out.
 *
 * @param targets those whose details are known
 */
export function consequences(
  kind: LiveActionKind,
  deployment: Deployment,
  targets: readonly Target[],
): Consequences {
  switch (kind) {
    case "stop":
      return stopConsequences(deployment, targets);
    case "stop-and-roll-back":
      return {
        will: rollbackWords(deployment, targets),
        warning: undoneRollback(deployment),
        isIrreversible: false,
      };
    case "reroute":
      return { will: rerouteWords(deployment), warning: undefined, isIrreversible: false };
    case "end-wait":
      return {
        will: [`CodeDeploy terminates the ${originalNoun(deployment)} now, without waiting any longer.`],
        warning:
          "This ends the last chance of an instant rollback. From then on, going back takes a new deployment.",
        isIrreversible: true,
      };
  }
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-stop.html */
function stopConsequences(deployment: Deployment, targets: readonly Target[]): Consequences {
  const { platform } = platformFacts(deployment);
  if (isBeforeStart(deployment.status)) {
    return { will: ["The deployment does not start."], warning: undefined, isIrreversible: false };
  }
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-deployments-lambda.html
  if (platform === "Lambda") {
    return {
      will: sentences("CodeDeploy shifts no more traffic.", movedWords(movedPercent(targets))),
      warning:
        "The alias may stay split over two versions, and later deployments then fail until somebody repairs it. Stop and roll back instead: that points the alias back.",
      isIrreversible: true,
    };
  }
  return {
    will: whereItStops(deployment, targets),
    warning: undoneRollback(deployment),
    isIrreversible: false,
  };
}

function whereItStops(deployment: Deployment, targets: readonly Target[]): string[] {
  const { platform } = platformFacts(deployment);
  if (platform === "ECS") {
    const percent = movedPercent(targets);
    return sentences(
      runsNothing(targets)
        ? "CodeDeploy goes no further."
        : "The lifecycle event that runs fails, and the rest are skipped.",
      movedWords(percent),
      percent === 0 ? undefined : "Only a rollback moves traffic back to the original task set.",
    );
  }
  if (platform === "Server" && isBlueGreen(deployment)) {
    return sentences("CodeDeploy goes no further.", fleetTraffic(deployment, targets));
  }
  if (platform !== "Server") return ["CodeDeploy goes no further."];
  return sentences(
    "CodeDeploy begins no more instances, and each stays as the stop finds it.",
    ...instanceWords(deployment),
  );
}

/** Whether no lifecycle event runs, as at Ready and while the original waits for its end. Without a known target one may. */
function runsNothing(targets: readonly Target[]): boolean {
  return (
    targets.length > 0 && targets.every(({ events }) => events.every(({ status }) => status !== "InProgress"))
  );
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html */
function rollbackWords(deployment: Deployment, targets: readonly Target[]): string[] {
  switch (platformFacts(deployment).platform) {
    case "ECS":
      return movedPercent(targets) === 0
        ? ["CodeDeploy stops, and the traffic stays on the original task set.", NEW_ID]
        : sentences(
            "CodeDeploy stops and moves traffic from the replacement task set back to the original one.",
            movedWords(movedPercent(targets)),
            NEW_ID,
          );
    case "Lambda":
      return sentences(
        "CodeDeploy stops, and a new deployment points the alias to the version before.",
        movedWords(movedPercent(targets)),
        NEW_ID,
      );
    case "Server":
      return isBlueGreen(deployment)
        ? [...fleetRollbackWords(deployment, targets), NEW_ID]
        : sentences(
            "CodeDeploy stops and deploys the last revision again that is known to work.",
            ...instanceWords(deployment),
            "The files of the last successful installation are removed first. What scripts have done is not undone.",
            NEW_ID,
          );
    case undefined:
      return ["CodeDeploy stops and deploys the last revision again that is known to work.", NEW_ID];
  }
}

function fleetRollbackWords(deployment: Deployment, targets: readonly Target[]): string[] {
  const where = fleetTraffic(deployment, targets);
  return where === ON_ORIGINAL
    ? ["CodeDeploy stops, and the traffic stays on the original instances."]
    : sentences(
        "CodeDeploy stops and routes traffic back to the original instances, as long as they exist.",
        where,
      );
}

const ON_ORIGINAL = "Traffic is on the original instances.";

const NEW_ID =
  "The rollback is a deployment of its own, with its own id. This page shows it as soon as AWS names it.";

/** How many instances have which revision, as far as AWS counts them. */
function instanceWords(deployment: Deployment): (string | undefined)[] {
  const counted = overview(deployment);
  if (counted.kind === "absent") return [];
  const done = countOf(counted, "Succeeded") ?? 0;
  const half = countOf(counted, "InProgress") ?? 0;
  const failed = countOf(counted, "Failed") ?? 0;
  const isRestart = deployment.deploymentMode === "RESTART";
  const doneOf = `${formatCount(done)} of ${formatCountOf(counted.total, "instance")}`;
  const revision = rollback(deployment)?.isRollback ? "revision that is rolled back to" : "new revision";
  return [
    isRestart
      ? `The application was restarted on ${doneOf}.`
      : `${doneOf} ${done === 1 ? "has" : "have"} the ${revision}.`,
    half > 0
      ? `${formatCount(half)} ${half === 1 ? "is" : "are"} half-way: ${isRestart ? "" : "files may be copied, and "}scripts may have run.`
      : undefined,
    failed > 0 ? `${formatCount(failed)} failed.` : undefined,
  ];
}

/** Where the traffic of two fleets of instances is, by the stage that they are at. */
function fleetTraffic(deployment: Deployment, targets: readonly Target[]): string | undefined {
  const stages = blueGreenStages(deployment, targets) ?? [];
  const reroute = stages.find(({ name }) => name === "Reroute traffic");
  switch (reroute?.state) {
    case "ahead":
    case "never":
      return ON_ORIGINAL;
    case "current":
    case "waiting":
      return "Traffic is being rerouted now.";
    case "done":
      return "Traffic is on the replacement instances.";
    case "ended":
    case undefined:
      return undefined;
  }
}

/** @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html */
function rerouteWords(deployment: Deployment): string[] {
  const wait = waiting(deployment);
  const isTaskSet = platformFacts(deployment).platform === "ECS";
  const original = deployment.blueGreenDeploymentConfiguration?.terminateBlueInstancesOnDeploymentSuccess;
  const minutes = usableMinutes(original?.terminationWaitTimeInMinutes);
  return sentences(
    isTaskSet
      ? "CodeDeploy starts to shift production traffic to the replacement task set now, as the deployment configuration says."
      : "CodeDeploy registers the replacement instances with the load balancer now, and takes the original ones out of it.",
    wait.kind === "reroute" && wait.outcome === "stop" && wait.waitMinutes !== undefined
      ? `Without this, the deployment stops once it has waited ${formatMinutes(wait.waitMinutes)}.`
      : undefined,
    original?.action === "TERMINATE"
      ? `Afterwards it terminates the ${originalNoun(deployment)}${minutes ? `, ${formatMinutes(minutes)} later` : ""}.`
      : undefined,
  );
}

function undoneRollback(deployment: Deployment): string | undefined {
  const found = rollback(deployment);
  if (!found?.isRollback) return undefined;
  return "This deployment is a rollback itself. Stopped, it may leave neither revision fully in place.";
}

function isBlueGreen({ deploymentStyle }: Deployment): boolean {
  return deploymentStyle?.deploymentType === "BLUE_GREEN";
}

function sentences(...all: (string | undefined)[]): string[] {
  return all.filter((sentence) => sentence !== undefined);
}
