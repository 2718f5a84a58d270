import { Card } from "../../../ui/Card.tsx";
import { HowItDeploys, InstanceSettings } from "./HowItDeploys.tsx";
import { LoadBalancers } from "./LoadBalancers.tsx";
import { SafetySettings } from "./SafetySettings.tsx";
import { TargetInstances } from "./TargetInstances.tsx";

/** The settings that the deployment was made with, in groups; a group that says nothing is not there. */
export function SettingsCard() {
  return (
    <Card title="Settings">
      <div className="@container">
        <div className="gap-x-10 @3xl:columns-2">
          <HowItDeploys />
          <SafetySettings />
          <InstanceSettings />
          <LoadBalancers />
          <TargetInstances />
        </div>
      </div>
    </Card>
  );
}
