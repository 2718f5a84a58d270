import { expect, test } from "vitest";
import type { ScalingActivity } from "./scaling-activity.ts";
import { failedActivities, fleetCause, fleetWords } from "./scaling-activity.ts";

const MINUTE_MS = 60_000;

function activity(message: string | undefined, facts: Partial<ScalingActivity> = {}): ScalingActivity {
  return {
    id: "a",
    description: "Launching a new EC2 instance.",
    cause: undefined,
    status: "Failed",
    message,
    startMs: MINUTE_MS,
    endMs: MINUTE_MS,
    ...facts,
  };
}

// AWS's own sentences, from the troubleshooting pages of Auto Scaling.
test.each([
  ["AWS has no capacity for this instance type there.", "There is no Spot capacity available."],
  [
    "The account’s limit of instances is reached.",
    "You must use a valid fully-formed launch template. You have requested more instances (6) than your current instance limit of 4 allows for the specified instance type.",
  ],
  [
    "The key pair is not there.",
    "You must use a valid fully-formed launch template. The key pair 'deploy' does not exist",
  ],
  ["The launch template is not there or not valid.", "You must use a valid fully-formed launch template."],
  [
    "AWS has no capacity for this instance type there.",
    "We currently do not have sufficient t2.nano capacity in the Availability Zone you requested (us-east-1e). Launching EC2 instance failed.",
  ],
  [
    "AWS has no capacity for this instance type there.",
    "There is no Spot capacity available that matches your request. Launching EC2 instance failed. UnfulfillableCapacity",
  ],
  [
    "The account’s limit of instances is reached.",
    "You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to. Launching EC2 instance failed.",
  ],
  [
    "The account’s limit of instances is reached.",
    "20 instance(s) are already running. Launching EC2 instance failed. Your quota allows for 0 more running instance(s): InstanceLimitExceeded",
  ],
  [
    "A permission is missing.",
    "You are not authorized to perform this operation. Encoded authorization failure message: abc. Launching EC2 instance failed.",
  ],
  [
    "A security group is not there.",
    "The security group 'sg-0123456789abcdef0' does not exist. Launching EC2 instance failed.",
  ],
  ["The key pair is not there.", "The key pair 'deploy' does not exist. Launching EC2 instance failed."],
  [
    "The image (AMI) of the instances is not there or cannot be used.",
    "The AMI ID 'ami-0123456789abcdef0' does not exist. Launching EC2 instance failed.",
  ],
  [
    "The instance profile is not there.",
    "Invalid IAM Instance Profile name: shop instance profile. Launching EC2 instance failed.",
  ],
  [
    "Amazon EC2 does not support the configuration that is asked for.",
    "The requested configuration is currently not supported. Please check the documentation for supported configurations.",
  ],
  [
    "The launch template is not there or not valid.",
    "The specified launch template, with template ID lt-0123456789abcdef0, does not exist.",
  ],
  [
    "A subnet has no free addresses.",
    "There are not enough free addresses in subnet 'subnet-0123456789abcdef0'. Launching EC2 instance failed.",
  ],
  [
    "The instance could not read its encrypted volume.",
    "Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InternalError: Client error on launch",
  ],
  ["An activity failed.", "Something that nobody has seen yet."],
])("%s", (summary, message) => {
  expect(failedActivities([activity(message)], 0)).toMatchObject([{ summary, message, count: 1 }]);
});

test("equal failures are told once, with the first and the last; what failed first stands first", () => {
  const capacity = (startMs: number) =>
    activity("We currently do not have sufficient g5 capacity", { startMs });
  const groups = failedActivities(
    [
      capacity(9 * MINUTE_MS),
      activity("The key pair 'x' does not exist.", { startMs: 5 * MINUTE_MS }),
      capacity(2 * MINUTE_MS),
    ],
    MINUTE_MS,
  );
  expect(groups).toMatchObject([
    { count: 2, firstMs: 2 * MINUTE_MS, lastMs: 9 * MINUTE_MS },
    { count: 1, summary: "The key pair is not there." },
  ]);
  expect(fleetWords(groups)).toBe("3 activities of the replacement fleet failed within 7m.");
  expect(fleetWords(groups.slice(1))).toBe("1 activity of the replacement fleet failed.");
  expect(fleetCause(groups)).toBe("3 activities of the replacement fleet failed within 7m.");
});

test("what succeeded, still runs or is older than the deployment is no failure", () => {
  const activities = [
    activity("x", { status: "Successful" }),
    activity("x", { status: "InProgress" }),
    activity("x", { status: undefined }),
    activity("x", { startMs: 1 }),
  ];
  expect(failedActivities(activities, MINUTE_MS)).toEqual([]);
  expect(fleetWords([])).toBeUndefined();
});

const CAPACITY = activity("We currently do not have sufficient g5 capacity");

test.each([
  [[CAPACITY, CAPACITY], "AWS has no capacity for this instance type there."],
  [[activity("Something that nobody has seen yet.")], "1 activity of the replacement fleet failed."],
  [[], undefined],
])("%# the cause is told where all activities failed for one known reason", (activities, words) => {
  expect(fleetCause(failedActivities(activities, 0))).toBe(words);
});

test("what failed after the end of the deployment is not its own: the group lives on", () => {
  const later = activity("Words", { startMs: 3 * MINUTE_MS });
  expect(failedActivities([later], 0, 2 * MINUTE_MS)).toEqual([]);
  expect(failedActivities([later], 0, 3 * MINUTE_MS)).toHaveLength(1);
  expect(failedActivities([later], 0, undefined)).toHaveLength(1);
});

test("what was cancelled is not said to have failed", () => {
  const cancelled = failedActivities([activity("Words", { status: "Cancelled" })], 0);
  expect(cancelled).toMatchObject([{ summary: "An activity was cancelled.", hasCancelled: true }]);
  expect(fleetWords(cancelled)).toBe("1 activity of the replacement fleet failed or was cancelled.");
  const both = failedActivities([activity("Words", { status: "Cancelled" }), activity("Words")], 0);
  expect(both).toHaveLength(2);
  expect(fleetWords(both)).toBe("2 activities of the replacement fleet failed or were cancelled.");
});
