import type { FieldCase } from "./field-case.ts";
import { ended, event, failedFleet, instance, script } from "./field-case.ts";

const ROLLS_BACK = { autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] } };
const git = (commitId: string) => ({
  revisionType: "GitHub",
  gitHubLocation: { repository: "acme/crate", commitId },
});
const s3 = (members: Record<string, string>) => ({
  revisionType: "S3",
  s3Location: { bucket: "crate-builds", key: "crate.zip", bundleType: "zip", ...members },
});
const appSpec = (sha256: string) => ({
  revisionType: "AppSpecContent",
  appSpecContent: { sha256, content: null },
});

/** What is said on top of a deployment that has ended, and of what it changed. */
export const endings: Readonly<Record<string, FieldCase>> = {
  "AWS's message is the reason where it sends no code": {
    deployment: ended("Server", "Failed", {
      errorInformation: {
        message: "The deployment failed because no instances were found for your deployment group.",
      },
    }),
    targets: [],
    says: ["The deployment failed because no instances were found", "they must run, in this Region"],
    hides: ["gives no reason", "names no error", "without an error code"],
  },
  "AWS's status messages are not called silence": {
    deployment: ended("Server", "Failed", {
      deploymentStatusMessages: ["Waiting for the load balancer ran out."],
    }),
    targets: [],
    says: ["Waiting for the load balancer ran out."],
    hides: ["gives no reason", "names no error"],
  },
  "a stop before the start leaves nothing behind": {
    deployment: ended("Server", "Stopped", { startTime: null, errorInformation: { code: "MANUAL_STOP" } }),
    isNotStarted: true,
    says: ["The deployment ended before it had any targets."],
    hides: ["half deployed"],
  },
  "a stop before the first event leaves nothing behind": {
    deployment: ended("Server", "Stopped", { errorInformation: { code: "MANUAL_STOP" } }),
    targets: [instance("Skipped", [event("ApplicationStop", "Skipped")])],
    says: ["Why it stopped"],
    hides: ["half deployed"],
  },
  "a rollback that did not come is not said to come": {
    deployment: failedFleet(ROLLS_BACK),
    targets: [],
    says: ["AWS names no rollback deployment: probably none was started."],
    hides: ["yet"],
  },
  "a rollback that failed": {
    deployment: failedFleet({
      creator: "codeDeployRollback",
      rollbackInfo: { rollbackTriggeringDeploymentId: "d-FIRST0001" },
    }),
    targets: [],
    says: ["Why this rollback failed", "Neither revision may be fully in place.", "d-FIRST0001"],
  },
  "a blue/green rollback that failed at a hook": {
    deployment: failedFleet({
      creator: "codeDeployRollback",
      rollbackInfo: { rollbackTriggeringDeploymentId: "d-GREEN0001" },
    }),
    targets: [
      instance(
        "Failed",
        [event("BeforeAllowTraffic", "Failed", script("hooks/allow.sh", "failed with exit code 1"))],
        { instanceLabel: "Blue" },
      ),
      instance("Succeeded", [event("BlockTraffic", "Succeeded")], {
        targetId: "i-0aaaabbbbccccdddd",
        instanceLabel: "Green",
      }),
    ],
    says: ["Rolls back", "d-GREEN0001", "BeforeAllowTraffic failed on 1 of 2 instances"],
  },
  "a success that skipped instances": {
    deployment: ended("Server", "Succeeded", { deploymentOverview: { Succeeded: 2, Skipped: 4 } }),
    targets: [],
    says: [
      "Not everything succeeded",
      "although 4 instances were skipped: 4 of 6 instances may not run this revision.",
    ],
  },
  "a success whose last instance failed": {
    deployment: ended("Server", "Succeeded", { deploymentOverview: { Succeeded: 2, Failed: 1 } }),
    targets: [
      instance("Failed", [
        event(
          "ValidateService",
          "Failed",
          script("bin/probe.sh", "failed with exit code 7", "[stderr]curl: (7) refused\n"),
        ),
      ]),
    ],
    says: ["The deployment counts as successful although 1 instance failed", "curl: (7) refused"],
  },
  "a plain success that keeps the original": {
    deployment: ended("Server", "Succeeded", {
      deploymentOverview: { Succeeded: 2 },
      instanceTerminationWaitTimeStarted: false,
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
      },
    }),
    targets: [],
    says: ["Succeeded", "The original instances are kept running"],
    hides: ["Not everything", "termination has"],
  },
  "a termination wait is not said to last once all is over": {
    deployment: ended("Server", "Succeeded", {
      instanceTerminationWaitTimeStarted: true,
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 5 },
      },
    }),
    targets: [],
    says: ["The original instances are terminated 5 minutes later."],
    hides: ["termination has started"],
  },
  "a group that was deleted since": {
    deployment: failedFleet({
      errorInformation: {
        code: "DEPLOYMENT_GROUP_MISSING",
        message: "The deployment group live could not be found.",
      },
    }),
    targets: [],
    says: ["The deployment group does not exist any more.", "The deployment group live could not be found."],
  },
  "names of a hundred letters, a thousand instances": {
    deployment: ended("Server", "Succeeded", {
      applicationName: "crate-".repeat(16),
      deploymentGroupName: "live-".repeat(20),
      deploymentOverview: { Succeeded: 1_000 },
    }),
    targets: [],
    says: ["1,000 of 1,000 instances finished (100%)"],
  },
  "a type of target that begins with a small letter": {
    deployment: ended("Server", "Succeeded", { deploymentOverview: { Succeeded: 1 } }),
    targets: [
      {
        ...instance("Succeeded", [event("ApplicationStop", "Succeeded")]),
        deploymentTargetType: "instanceTarget",
      },
    ],
    says: ["1 of 1 instance finished (100%)", "i-0c3d5e7f9a1b2c4d6"],
  },
  "an empty previous revision is none": {
    deployment: ended("Server", "Succeeded", { revision: s3({ eTag: "a1" }), previousRevision: {} }),
    targets: [],
    says: ["AWS reports no revision before this one"],
    hides: ["From another source"],
  },
  "a branch is no proof": {
    deployment: ended("Server", "Succeeded", {
      revision: git("refs/heads/live"),
      previousRevision: git("refs/heads/live"),
    }),
    targets: [],
    says: ["refs/heads/live may stand for another commit than before"],
    hides: ["Same revision"],
  },
  "the version of a bucket without versions is no proof": {
    deployment: ended("Server", "Succeeded", {
      revision: s3({ version: "null" }),
      previousRevision: s3({ version: "null" }),
    }),
    targets: [],
    says: ["nothing proves that the content is the same"],
    hides: ["Same revision"],
  },
  "another AppSpec is not another sha256": {
    deployment: ended("ECS", "Succeeded", {
      revision: appSpec("b".repeat(64)),
      previousRevision: appSpec("c".repeat(64)),
    }),
    targets: [],
    says: ["Another AppSpec than before."],
    hides: ["Another sha256"],
  },
};
