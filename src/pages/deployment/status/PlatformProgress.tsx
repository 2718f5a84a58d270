import { clsx } from "clsx";
import { countOf, overview } from "../../../codedeploy/deployment/overview.ts";
import { isBeforeStart, isFinished } from "../../../codedeploy/deployment/status.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { Skeleton } from "../../../ui/Card.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { TargetCounts } from "./TargetCounts.tsx";

const PLACE = (
  <div className="space-y-1.5">
    <Skeleton className="h-3 w-full" />
    <Skeleton className="h-5 w-72 max-w-full" />
  </div>
);

const TrafficProgress = laterPart(
  "How much traffic is on the new version",
  async () => (await import("./TrafficProgress.tsx")).TrafficProgress,
  { fallback: PLACE },
);
const InstanceSteps = laterPart(
  "Which events the instances are at",
  async () => (await import("./InstanceSteps.tsx")).InstanceSteps,
);

/** How far the deployment is, as its platform measures it: by traffic for ECS and Lambda, by instances for EC2. */
export function PlatformProgress() {
  const { deployment } = useShownDeployment();
  const { platform } = platformFacts(deployment);
  // As high as its longest text is on a phone, so that nothing below moves when it comes.
  if (platform === "ECS" || platform === "Lambda") {
    return (
      <div className="min-h-19.5 sm:min-h-9.5">
        <TrafficProgress />
      </div>
    );
  }
  const hasStages = deployment.deploymentStyle?.deploymentType === "BLUE_GREEN";
  // Many are at many events, which takes lines on a phone.
  const isFleet = (countOf(overview(deployment), "InProgress") ?? 0) > 4;
  const isRunning = !isBeforeStart(deployment.status) && !isFinished(deployment.status);
  return (
    <div className="space-y-1.5">
      <TargetCounts deployment={deployment} />
      {platform === "Server" && (hasStages || isRunning) && (
        <div className={clsx("sm:min-h-5", hasStages ? "min-h-16" : isFleet ? "min-h-15" : "min-h-5")}>
          <InstanceSteps />
        </div>
      )}
    </div>
  );
}
