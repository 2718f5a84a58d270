import { rollOut } from "../../timeline/fleet.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";

const fleet = rollOut({
  seed: "wordpress",
  size: 1,
  concurrency: 1,
  startMs: 1_000,
  events: IN_PLACE_EVENTS,
});
const failedMs = fleet.endMs + 1_000;

/** As in a sample of the AWS CLI: failed, while all that is counted is a success. */
export const ec2FailedWithoutReason = play({
  name: "ec2-failed-without-reason",
  description: "EC2 in place, failed without error information although its only instance succeeded.",
  computePlatform: "Server",
  facts: {
    applicationName: "WordPress_App",
    deploymentGroupName: "WordPress_DG",
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    creator: "user",
    revision: {
      revisionType: "S3",
      s3Location: {
        bucket: "acme-wordpress",
        bundleType: "zip",
        key: "WordPressApp.zip",
        version: "uTecLus3PqVx7FXtfUcyfV8bEwQ1zK9m",
      },
    },
  },
  phases: [
    { fromMs: 0, status: "InProgress" },
    { fromMs: failedMs, status: "Failed" },
  ],
  moments: { failed: failedMs },
  targets: fleet.courses.map(instanceTarget),
});
