import type { FileExistsBehavior } from "@aws-sdk/client-codedeploy";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import type { Explained } from "./explain.ts";
import { explain } from "./explain.ts";

interface Switch {
  name: string;
  /** One sentence: what it does when it is on. */
  meaning: string;
  isOn: boolean;
}

export interface InstanceSettings {
  fileExists: Explained | undefined;
  /** The switches that AWS sent, on or off; one that is absent is neither. */
  switches: Switch[];
}

type SwitchMember = "ignoreApplicationStopFailures" | "updateOutdatedInstancesOnly";

const SWITCHES: Readonly<Record<SwitchMember, Omit<Switch, "isOn">>> = {
  ignoreApplicationStopFailures: {
    name: "Ignore stop failures",
    meaning:
      "A failure in ApplicationStop, BeforeBlockTraffic or AfterBlockTraffic does not fail the instance. These scripts come from the previous revision.",
  },
  updateOutdatedInstancesOnly: {
    name: "Outdated instances only",
    meaning: "Only instances that do not run the group's latest revision are updated.",
  },
};

/**
 * What happens on the instances. ECS and Lambda have none, and AWS sends the defaults all the same: there, only
 * what is not the default counts.
 */
export function instanceSettings(deployment: Deployment): InstanceSettings {
  const { platform } = platformFacts(deployment);
  const hasInstances = platform !== "ECS" && platform !== "Lambda";
  const behavior = deployment.fileExistsBehavior;
  const isShown = hasInstances || behavior !== "DISALLOW";
  return {
    fileExists: isShown ? fileExistsBehavior(behavior) : undefined,
    switches: [
      ...switchOf(deployment, "ignoreApplicationStopFailures"),
      ...switchOf(deployment, "updateOutdatedInstancesOnly"),
    ].filter(({ isOn }) => isOn || hasInstances),
  };
}

function switchOf(deployment: Deployment, member: SwitchMember): Switch[] {
  const isOn = deployment[member];
  return typeof isOn === "boolean" ? [{ ...SWITCHES[member], isOn }] : [];
}

const BEHAVIORS: Readonly<Record<FileExistsBehavior, Explained>> = {
  DISALLOW: {
    word: "Fail",
    meaning: "A file that stands there already, and is not of the previous deployment, fails the instance.",
  },
  OVERWRITE: { word: "Overwrite", meaning: "The revision's file replaces the one on the instance." },
  RETAIN: { word: "Keep", meaning: "The file on the instance stays and becomes part of the deployment." },
};

/**
 * What happens when a file of the revision is already on an instance.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html
 */
export function fileExistsBehavior(behavior: string | undefined): Explained | undefined {
  return explain(BEHAVIORS, behavior);
}
