import type { ReactNode } from "react";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { Card, Skeleton } from "../../../ui/Card.tsx";
import { PropertyList } from "../../../ui/PropertyList.tsx";
import { useShownDeployment } from "../shown-deployment.ts";
import { ErrorEvidence } from "./ErrorEvidence.tsx";

const TITLES: Readonly<Record<string, string>> = { Failed: "Why it failed", Stopped: "Why it stopped" };

/** Why a deployment ended as it did in AWS's own words: there before the card that explains it, and without it. */
export function FirstWhy() {
  const { status } = useShownDeployment().deployment;
  const title = Object.hasOwn(TITLES, status ?? "") ? TITLES[status ?? ""] : undefined;
  if (title === undefined) return null;
  return (
    <Card title={title}>
      <AwsWords />
    </Card>
  );
}

/** What AWS says, until its targets say more, in the room that they need. Its children come first. */
export function AwsWords({ children }: { children?: ReactNode }) {
  const { errorInformation } = useShownDeployment().deployment;
  return (
    <div className="min-h-48">
      {children}
      <PropertyList>
        <ErrorEvidence message={errorInformation?.message} code={errorInformation?.code} />
      </PropertyList>
    </div>
  );
}

/** The place of the card that says what happens now. */
export function FirstHappening() {
  const { status } = useShownDeployment().deployment;
  if (isFinished(status)) return null;
  return (
    <Card title="Happening now">
      <Skeleton className="h-16 w-full" />
    </Card>
  );
}
