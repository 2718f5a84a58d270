import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { Card } from "../../../ui/Card.tsx";
import { HowItDeploys, InstanceSettings } from "./HowItDeploys.tsx";
import { LoadBalancers } from "./LoadBalancers.tsx";
import { SafetySettings } from "./SafetySettings.tsx";
import { TargetInstances } from "./TargetInstances.tsx";

interface SettingsCardProps {
  deployment: Deployment;
  region: string;
}

/** The settings that the deployment was made with, in groups; a group that says nothing is not there. */
export function SettingsCard({ deployment, region }: SettingsCardProps) {
  return (
    <Card title="Settings">
      <div className="gap-x-10 lg:columns-2">
        <HowItDeploys deployment={deployment} region={region} />
        <SafetySettings deployment={deployment} region={region} />
        <InstanceSettings deployment={deployment} />
        <LoadBalancers deployment={deployment} />
        <TargetInstances deployment={deployment} region={region} />
      </div>
    </Card>
  );
}
