import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { Card } from "../../../ui/Card.tsx";
import { JoinedFacts, JoinedTroubles } from "../joins/JoinParts.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { HappeningDetails } from "./HappeningDetails.tsx";

/** What goes on while a deployment has not ended: what it waits for, what comes next, and when it must be over. The strip says what CodeDeploy does. */
export function HappeningNow() {
  const { status } = useShownDeployment().deployment;
  if (isFinished(status)) return null;
  return (
    <Card title="Happening now">
      {/* Its facts come from several services, and are one list to the eye. */}
      <div className="space-y-3 [&_dt]:min-w-24">
        <JoinedTroubles />
        <HappeningDetails />
        <JoinedFacts />
      </div>
    </Card>
  );
}
