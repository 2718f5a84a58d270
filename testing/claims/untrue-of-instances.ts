import { ended, event, instance, running, runningEvent } from "../field-cases/field-case.ts";
import type { UntrueHere } from "./untrue-here.ts";
import { answer, BLUE_GREEN, lasted } from "./untrue-here.ts";

const other = (targetId: string) => ({ targetId });
const s3 = (version: string) => ({
  revisionType: "S3",
  s3Location: { bucket: "b", key: "app.zip", bundleType: "zip", version },
});

/** Of instances, revisions and times, by what would be wrong: each answer was made to contradict one sentence of the status strip. */
export const UNTRUE_OF_INSTANCES: Readonly<Record<string, UntrueHere>> = {
  "that instances are deployed to, of a restart": {
    answer: answer(running("Server", { deploymentMode: "RESTART" })),
    words: /Deploys to/,
    instead: /Restarts the application on the instances/,
  },
  "one at a time, of a blue/green deployment that copies a fleet": {
    answer: answer(
      running("Server", { ...BLUE_GREEN, deploymentConfigName: "CodeDeployDefault.OneAtATime" }),
      [instance("InProgress", [runningEvent("Install", 20)])],
    ),
    words: /one instance at a time,/,
    instead: /CodeDeploy replaces the instances\./,
  },
  "that an instance is before an event, after one that failed": {
    answer: answer(running("Server"), [
      instance("InProgress", [event("AfterInstall", "Failed"), event("ApplicationStart", "Pending")]),
    ]),
    words: /before ApplicationStart/,
    instead: /AWS reports no lifecycle event that runs now/,
  },
  "that instances are deployed to, once all have finished": {
    answer: answer(running("Server", { deploymentOverview: { Succeeded: 3, Failed: 0, Pending: 0 } })),
    words: /Deploys to/,
    instead: /All instances have finished\. CodeDeploy has not ended the deployment/,
  },
  "that it goes on while enough stay healthy, once all instances have failed": {
    answer: answer(running("Server", { deploymentOverview: { Failed: 1, Pending: 0 } }), [
      instance("Failed", [event("Install", "Failed")]),
    ]),
    words: /It goes on while|fails only if/,
    instead: /All instances have finished\. CodeDeploy has not ended the deployment/,
  },
  "which instance failed first, where none failed": {
    answer: answer(ended("Server", "Failed", { deploymentOverview: { Succeeded: 1, Failed: 0 } }), [
      instance("Succeeded", [event("Install", "Succeeded")]),
    ]),
    words: /failed first/,
    instead: /Open the deployment in the AWS console\./,
  },
  "more instances at an event than are in progress": {
    answer: answer(running("Server"), [
      instance("InProgress", [runningEvent("Install", 5)]),
      instance("Failed", [runningEvent("Install", 500)], other("i-0aaaaaaaaaaaaaaaa")),
    ]),
    words: /2 in Install/,
    instead: /1 in Install/,
  },
  "that it ended at the rerouting, where nobody rerouted the traffic": {
    answer: answer(ended("Server", "Stopped", BLUE_GREEN), [
      instance("Skipped", [event("Install", "Succeeded"), event("AllowTraffic", "Skipped")]),
      instance("Skipped", [event("BlockTraffic", "Skipped")], other("i-0aaaaaaaaaaaaaaaa")),
    ]),
    words: /Reroute traffic \(it ended here\)/,
    instead: /Wait to reroute \(it ended here\)/,
  },
  "that the installation is done, where an event of it failed and the rest was skipped": {
    answer: answer(ended("Server", "Failed", BLUE_GREEN), [
      instance("Failed", [event("BeforeInstall", "Failed"), event("AllowTraffic", "Skipped")]),
    ]),
    words: /Install \(done\)/,
    instead: /Install \(it ended here\)/,
  },
  "that a deployment in place waited to be rerouted or to terminate, whatever settings its group has": {
    answer: answer(
      ended("Server", "Succeeded", { ...BLUE_GREEN, deploymentStyle: { deploymentType: "IN_PLACE" } }),
      [
        instance("Succeeded", [
          lasted("BeforeBlockTraffic", 10_920, 10_910),
          lasted("BlockTraffic", 10_850, 10_840),
        ]),
      ],
    ),
    words: /of it waiting/,
    instead: /from start to end/,
  },
  "that a revision is the same, by versions of a bucket that keeps none": {
    answer: answer(running("Server", { revision: s3("null"), previousRevision: s3("null") })),
    words: /Same revision as before/,
    instead: /nothing proves that the content is the same/,
  },
  "who started it, where AWS does not say": {
    answer: answer(running("Server", { creator: "" })),
    words: /started by/,
    instead: /AWS reports no revision for this deployment/,
  },
  "when it started and ended, while it runs and AWS reports neither": {
    answer: answer({ ...running("Server"), startTime: null }),
    words: /Started(?! by)|Ended/,
    instead: /Created/,
  },
};
