import type { FileExistsBehavior, RevisionLocation, TargetInstances } from "@aws-sdk/client-codedeploy";
import { creatorKind, isRollbackCreator } from "../deployment/creator.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import type { NewDeploymentKind } from "./action.ts";
import { keysOf } from "../../values/look-up.ts";

/**
 * A request for a new deployment, with the members that the page ever sends. What is left out is as the group has it today.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
 */
export interface NewDeployment {
  applicationName: string;
  deploymentGroupName: string;
  revision?: RevisionLocation;
  deploymentMode?: "RESTART";
  deploymentConfigName?: string;
  description?: string;
  ignoreApplicationStopFailures?: boolean;
  fileExistsBehavior?: FileExistsBehavior;
  targetInstances?: TargetInstances;
  updateOutdatedInstancesOnly?: boolean;
}

interface NewDeploymentFrom {
  kind: NewDeploymentKind;
  /** The deployment that the page shows. */
  shown: Deployment;
  /** The deployment whose revision is deployed: another one for a rollback. */
  source: Deployment;
  /** That revision, with the text of its AppSpec where it could be had; not for a restart. */
  revision: RevisionLocation | undefined;
  /** Who asks, as far as it is known. */
  who: string | undefined;
  /** Told from all others by this. */
  mark: string;
  /** Whether somebody has chosen that failures of ApplicationStop count for nothing. */
  ignoresApplicationStop: boolean;
}

const MAX_DESCRIPTION = 256;

/**
 * The request that an action will send. The configuration is always the group's: a rollback has one of its own, which must not be
 * copied. What only instances know is copied for instances alone; AWS refuses some of it elsewhere.
 */
export function newDeployment(from: NewDeploymentFrom): NewDeployment {
  const { kind, shown, revision } = from;
  const request = {
    applicationName: shown.applicationName ?? "",
    deploymentGroupName: shown.deploymentGroupName ?? "",
    description: descriptionOf(from),
  };
  if (kind === "restart") return { ...request, deploymentMode: "RESTART" };
  return { ...request, ...(revision && { revision }), ...instanceMembers(from) };
}

function instanceMembers({ shown, ignoresApplicationStop }: NewDeploymentFrom): Partial<NewDeployment> {
  if (platformFacts(shown).platform !== "Server") return {};
  const { fileExistsBehavior, targetInstances, updateOutdatedInstancesOnly, deploymentStyle } = shown;
  const hasTargets = deploymentStyle?.deploymentType === "BLUE_GREEN" && targetInstances !== undefined;
  return {
    ...(ignoresApplicationStop && { ignoreApplicationStopFailures: true }),
    ...(fileExistsBehavior && { fileExistsBehavior }),
    ...(hasTargets && { targetInstances }),
    ...(updateOutdatedInstancesOnly === true && { updateOutdatedInstancesOnly }),
  };
}

/** Where a new deployment comes from: AWS itself never says who asked for one. */
function descriptionOf({ kind, shown, source, who, mark }: NewDeploymentFrom): string {
  const [here, there] = [shown.deploymentId ?? "", source.deploymentId ?? ""];
  const what: Readonly<Record<NewDeploymentKind, string>> = {
    redeploy: `Redeploy of ${here}`,
    "roll-back-to": `Rollback from ${here} to the revision of ${there}`,
    restart: `Restart, asked for at ${here}`,
  };
  const end = ` [${mark}]`;
  const by = who === undefined ? "" : ` by ${who}`;
  return `${what[kind]}, from Deploywatch${by}`.slice(0, MAX_DESCRIPTION - end.length) + end;
}

/** Whether a deployment was started by the request with this mark. */
export function hasMark({ description }: Deployment, mark: string): boolean {
  return description?.endsWith(`[${mark}]`) === true;
}

/** What a person should know before a new deployment is started. */
export interface NewDeploymentWarning {
  text: string;
  /** A deployment that it speaks of. */
  deploymentId?: string;
}

interface WarnedOf {
  kind: NewDeploymentKind;
  shown: Deployment;
  request: NewDeployment;
  /** Deployments of the group that have not ended, as far as they are known. */
  unfinished: readonly Deployment[];
  /** Alarms that are known to be firing. */
  firing: readonly string[];
}

/**
 * Everything that what is known gives reason to warn of.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_S3Location.html
 */
export function newDeploymentWarnings({
  kind,
  shown,
  request,
  unfinished,
  firing,
}: WarnedOf): NewDeploymentWarning[] {
  const s3 = request.revision?.s3Location;
  const warnings: (NewDeploymentWarning | false | undefined)[] = [
    ...unfinished.map(({ deploymentId }) => ({
      text: "Another deployment of this group has not ended. AWS refuses a second one.",
      ...(deploymentId !== undefined && { deploymentId }),
    })),
    ...firing.map((name) => ({
      text: `The alarm ${name} is firing. The group’s alarms stop its deployments: this one would be stopped as well.`,
    })),
    s3 &&
      !s3.version &&
      !s3.eTag && {
        text: "The revision names an S3 object without a version and without an eTag: AWS deploys what lies there now, which may be something else than before.",
      },
    request.revision?.appSpecContent?.sha256 !== undefined &&
      request.revision.appSpecContent.content === undefined && {
        text: "The text of the AppSpec could not be read. Its hash alone is sent, by which AWS is asked to find it.",
      },
    kind !== "restart" &&
      !request.targetInstances &&
      !request.updateOutdatedInstancesOnly &&
      creatorKind(shown.creator).startsWith("autoscaling") && {
        text: "This deployment was for some instances of the group only. The new one is for all of them.",
      },
    isRollbackCreator(shown.creator) &&
      kind !== "restart" && {
        text: `This deployment is a rollback. Its configuration, ${shown.deploymentConfigName ?? "which AWS does not name"}, is not copied: the group’s own is used.`,
      },
    kind === "restart" && {
      text: "The application is restarted with the revision of the group’s last successful deployment, which is not downloaded anew.",
    },
    kind === "restart" && {
      text: "Every instance needs version 2.1.0 or newer of the CodeDeploy agent.",
    },
    { text: "A pipeline that deploys to this group may deploy over it." },
  ];
  return warnings.filter((warning) => typeof warning === "object");
}

/** One member of a request beside what the deployment had that the page shows. */
export interface ComparedMember {
  name: MemberName;
  /** JSON or text; `undefined` where it is not sent. */
  sent: string | undefined;
  /** What AWS takes instead of what is not sent, in words. */
  otherwise: string;
  had: string | undefined;
}

/** Members that the page never sends stand beside what the deployment had as well. */
type MemberName = keyof NewDeployment | "autoRollbackConfiguration" | "overrideAlarmConfiguration";

const OF_GROUP = "not sent: the group’s own";

/**
 * The members of a request, and what AWS takes for those that are not sent.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
 */
const MEMBERS: Readonly<Record<MemberName, string>> = {
  applicationName: "not sent",
  deploymentGroupName: "not sent",
  revision: "not sent: that of the group’s last successful deployment",
  deploymentMode: "not sent: STANDARD",
  deploymentConfigName: OF_GROUP,
  description: "not sent",
  ignoreApplicationStopFailures: "not sent: false",
  fileExistsBehavior: "not sent: DISALLOW",
  targetInstances: "not sent: the group’s own instances",
  updateOutdatedInstancesOnly: "not sent: false",
  autoRollbackConfiguration: OF_GROUP,
  overrideAlarmConfiguration: "not sent: the group’s own alarms",
};

/** The request member by member, beside what the deployment had; members that neither has are left out. */
export function comparedMembers(request: NewDeployment, shown: Deployment): ComparedMember[] {
  const sent: Partial<Record<MemberName, unknown>> = request;
  return keysOf(MEMBERS)
    .map((name) => ({
      name,
      sent: shownValue(sent[name]),
      otherwise: MEMBERS[name],
      had: shownValue(shown[name]),
    }))
    .filter((member) => member.sent !== undefined || member.had !== undefined);
}

function shownValue(value: unknown): string | undefined {
  if (value === undefined || value === "") return undefined;
  return typeof value === "string" ? value : JSON.stringify(value, withoutText, 2);
}

/** The text of an AppSpec is shown by itself. */
function withoutText(name: string, value: unknown): unknown {
  return name === "content" && typeof value === "string" ? `… ${value.length} characters, below` : value;
}

/** The AppSpec's text of a revision, where it has one. */
export function appSpecText(revision: RevisionLocation | undefined): string | undefined {
  return revision?.appSpecContent?.content ?? revision?.string?.content;
}
