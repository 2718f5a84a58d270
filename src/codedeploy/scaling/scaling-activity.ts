import { formatCountOf } from "../../format/counts.ts";
import { formatDuration } from "../../format/duration.ts";

/** What an Auto Scaling group did or tried. Every member but the id may be absent. */
export interface ScalingActivity {
  id: string;
  /** For example `Launching a new EC2 instance.  Status Reason: …`. */
  description: string | undefined;
  cause: string | undefined;
  /** For example `Successful`, `Failed`, `Cancelled`, or a value that nobody knows yet. */
  status: string | undefined;
  /** Why it failed, in the words of Amazon EC2. */
  message: string | undefined;
  startMs: number | undefined;
  endMs: number | undefined;
}

/** Activities that failed for one reason, or were cancelled. */
export interface FailedActivities {
  /** In a few words, with a full stop. */
  summary: string;
  /** Whether AWS documents what the message means; else the summary says no more than that something failed. */
  isKnown: boolean;
  nextStep: string | undefined;
  /** In AWS's own words. */
  message: string | undefined;
  count: number;
  /** Whether some of them were cancelled instead. */
  hasCancelled: boolean;
  /** When the first and the last of them began (epoch ms). */
  firstMs: number | undefined;
  lastMs: number | undefined;
}

interface KnownReason {
  sign: RegExp;
  summary: string;
  nextStep: string;
}

/**
 * Messages of which AWS documents the meaning, the clearest first.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/CHAP_Troubleshooting.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ts-as-capacity.html
 */
const KNOWN: readonly KnownReason[] = [
  {
    sign: /do not have sufficient .*capacity|InsufficientInstanceCapacity|no (?:Spot )?capacity|insufficient capacity|UnfulfillableCapacity/i,
    summary: "AWS has no capacity for this instance type there.",
    nextStep: "Allow more Availability Zones or instance types in the group, or try again later.",
  },
  {
    sign: /vCPU (?:capacity|limit)|requested more instances|VcpuLimitExceeded|instances have been requested|InstanceLimitExceeded|MaxSpotInstanceCountExceeded/i,
    summary: "The account’s limit of instances is reached.",
    nextStep: "Terminate instances that nobody needs, or ask for a higher limit in Service Quotas.",
  },
  {
    sign: /InsufficientFreeAddresses|not enough free addresses|not have enough free (?:IP )?addresses/i,
    summary: "A subnet has no free addresses.",
    nextStep: "Free addresses in the subnet, or give the group another one.",
  },
  {
    sign: /not authorized|UnauthorizedOperation|AccessDenied|iam:PassRole/i,
    summary: "A permission is missing.",
    nextStep:
      "CodeDeploy’s service role needs ec2:RunInstances, ec2:CreateTags and iam:PassRole where the group uses a launch template.",
  },
  {
    sign: /instance profile/i,
    summary: "The instance profile is not there.",
    nextStep: "Compare the launch template’s instance profile with those of the account.",
  },
  {
    sign: /\bAMI\b|image id/i,
    summary: "The image (AMI) of the instances is not there or cannot be used.",
    nextStep: "Compare the launch template’s AMI with those that the account may use in this Region.",
  },
  {
    sign: /launch (?:template|configuration)/i,
    summary: "The launch template is not there or not valid.",
    nextStep: "Launch one instance from the template by hand: it says what is wrong.",
  },
  {
    sign: /security group/i,
    summary: "A security group is not there.",
    nextStep: "Compare the launch template’s security groups with those of the subnet’s VPC.",
  },
  {
    sign: /key pair/i,
    summary: "The key pair is not there.",
    nextStep: "Take the key pair out of the launch template, or create it in this Region.",
  },
  {
    sign: /InternalError.*launch|Client\.InternalError|KMS|encrypted/i,
    summary: "The instance could not read its encrypted volume.",
    nextStep: "Let the group’s service-linked role use the KMS key of the volume.",
  },
  {
    sign: /requested configuration is currently not supported/i,
    summary: "Amazon EC2 does not support the configuration that is asked for.",
    nextStep: "Choose another instance type, or other Availability Zones for the group.",
  },
  {
    sign: /not supported in your requested Availability Zone/i,
    summary: "The instance type is not offered in this Availability Zone.",
    nextStep: "Choose another instance type, or other Availability Zones for the group.",
  },
];

const TEMPLATE_REFUSED = "You must use a valid fully-formed launch template.";

const CANCELLED = "Cancelled";
const FAILED = new Set(["Failed", CANCELLED]);

/**
 * The activities that failed while a deployment ran, by reason: what failed first stands first. The group may live on afterwards.
 *
 * @param createdMs when the deployment was created (epoch ms)
 * @param endedMs when it ended; absent while it runs
 */
export function failedActivities(
  activities: readonly ScalingActivity[],
  createdMs: number | undefined,
  endedMs?: number,
): FailedActivities[] {
  const groups = new Map<string, ScalingActivity[]>();
  for (const activity of activities) {
    const { startMs } = activity;
    const isOld = createdMs !== undefined && startMs !== undefined && startMs < createdMs;
    const isLater = endedMs !== undefined && startMs !== undefined && startMs > endedMs;
    if (isOld || isLater || !FAILED.has(activity.status ?? "")) continue;
    const key = reasonOf(activity)?.summary ?? `${activity.status} ${activity.message ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), activity]);
  }
  return [...groups.values()]
    .map((group) => toGroup(group))
    .toSorted((one, other) => (one.firstMs ?? 0) - (other.firstMs ?? 0));
}

function reasonOf({ message, description }: ScalingActivity): KnownReason | undefined {
  // So begins every refusal of a template, whatever the reason is that follows.
  const text = (message ?? description ?? "").replace(TEMPLATE_REFUSED, "") || TEMPLATE_REFUSED;
  return KNOWN.find(({ sign }) => sign.test(text));
}

function toGroup(activities: readonly ScalingActivity[]): FailedActivities {
  const times = activities.flatMap(({ startMs }) => startMs ?? []);
  const [newest] = activities.toSorted((one, other) => (other.startMs ?? 0) - (one.startMs ?? 0));
  const reason = newest && reasonOf(newest);
  return {
    summary: reason?.summary ?? `An activity ${newest?.status === CANCELLED ? "was cancelled" : "failed"}.`,
    isKnown: reason !== undefined,
    nextStep: reason?.nextStep,
    message: newest?.message ?? newest?.description,
    count: activities.length,
    hasCancelled: activities.some(({ status }) => status === CANCELLED),
    firstMs: times.length === 0 ? undefined : Math.min(...times),
    lastMs: times.length === 0 ? undefined : Math.max(...times),
  };
}

/** "4 activities of the replacement fleet failed within 6m." Others may have succeeded. `undefined` where none has failed. */
export function fleetWords(groups: readonly FailedActivities[]): string | undefined {
  const count = groups.reduce((total, group) => total + group.count, 0);
  if (count === 0) return undefined;
  const times = groups.flatMap(({ firstMs, lastMs }) => [firstMs, lastMs]).filter((at) => at !== undefined);
  const length = times.length > 1 ? Math.max(...times) - Math.min(...times) : 0;
  const within = count > 1 && length > 0 ? ` within ${formatDuration(length)}` : "";
  const were = groups.some(({ hasCancelled }) => hasCancelled)
    ? `failed or ${count === 1 ? "was" : "were"} cancelled`
    : "failed";
  return `${formatCountOf(count, "activity", "activities")} of the replacement fleet ${were}${within}.`;
}

/** Why a fleet has not come up, where all of its activities failed for one known reason; else how many failed. */
export function fleetCause(groups: readonly FailedActivities[]): string | undefined {
  const [first, ...others] = groups;
  return first?.isKnown && others.length === 0 ? first.summary : fleetWords(groups);
}
