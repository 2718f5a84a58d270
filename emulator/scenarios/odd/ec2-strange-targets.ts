import type { DeploymentTarget, LifecycleEvent } from "@aws-sdk/client-codedeploy";
import { instanceId } from "../../timeline/fingerprint.ts";
import { IN_PLACE_FACTS } from "../../timeline/facts.ts";
import { instanceTarget } from "../../timeline/targets/instance-target.ts";
import { IN_PLACE_EVENTS } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { gitHubRevision } from "../../timeline/revisions.ts";
import type { TargetState } from "../../timeline/scenario.ts";
import { inSequence, NEVER } from "../../timeline/steps.ts";
import type { Wire } from "../../wire.ts";
import { outsideTheModel } from "../../wire.ts";

/** A target that is described by whatever stands here. */
function strange(targetId: string, target: Record<string, unknown>, status = "InProgress"): TargetState {
  return {
    targetId,
    status: outsideTheModel(status),
    describe: () => outsideTheModel<Wire<DeploymentTarget>>(target),
  };
}

function strangeInstance(targetId: string, lifecycleEvents: unknown, status?: string): TargetState {
  return strange(
    targetId,
    {
      deploymentTargetType: "InstanceTarget",
      instanceTarget: { targetId, status: status ?? "InProgress", lifecycleEvents },
    },
    status,
  );
}

const gone: TargetState = {
  targetId: instanceId("strange gone"),
  status: "Pending",
  isGone: true,
  describe: () => ({}),
};

const withoutDiagnostics: Wire<LifecycleEvent>[] = [
  { lifecycleEventName: "ApplicationStop", status: "Succeeded", diagnostics: outsideTheModel(null) },
  { lifecycleEventName: "DownloadBundle", status: "Failed", diagnostics: outsideTheModel(null) },
  { lifecycleEventName: "BeforeInstall", status: "Skipped" },
];

const strangers: readonly TargetState[] = [
  gone,
  strangeInstance(instanceId("strange null"), withoutDiagnostics, "Failed"),
  strangeInstance(instanceId("strange event"), [
    { lifecycleEventName: "ApplicationStop", status: "Succeeded" },
    { lifecycleEventName: "WarmCaches", status: "Paused" },
    { status: "Pending" },
  ]),
  strangeInstance(instanceId("strange status"), [], "Quarantined"),
  strangeInstance("mac-mini-07", undefined, "Unknown"),
  strange("edge-fra-3", {
    deploymentTargetType: "EdgeTarget",
    edgeTarget: { targetId: "edge-fra-3", status: "Succeeded", pointOfPresence: "FRA" },
  }),
];

/** Everything about targets that one hopes not to meet. */
export const ec2StrangeTargets = play({
  name: "ec2-strange-targets",
  description:
    "EC2 in place, with null diagnostics, unknown events and states, events without times, an unknown type, and a target that vanished.",
  computePlatform: "Server",
  facts: {
    ...IN_PLACE_FACTS,
    applicationName: "museum-of-oddities",
    deploymentGroupName: "on-premises",
    deploymentConfigName: "acme-99-percent-healthy-since-renamed",
    revision: gitHubRevision("acme-shop/oddities", "oddities 1"),
  },
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: 3_000, status: "InProgress" },
  ],
  lengthMs: 60_000,
  moments: { running: 30_000 },
  targets: [
    instanceTarget({
      instanceId: instanceId("strange endless"),
      steps: inSequence(4_000, [
        ...IN_PLACE_EVENTS.slice(0, -1),
        { event: "ValidateService", lastsMs: NEVER },
      ]),
    }),
    ...strangers.map((state) => ({ at: () => state })),
  ],
});
