import { isComparable } from "../../../codedeploy/changes/comparable.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import type { RevisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { differenceWords, revisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { deploymentMode } from "../../../codedeploy/settings/deployment-style.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Card } from "../../../ui/Card.tsx";
import { PropertyList } from "../../../ui/PropertyList.tsx";
import { useAws } from "../../../queries/deployments-context.ts";
import { laterPart } from "../../../ui/later-part.tsx";
import { CompareLink } from "./CompareLink.tsx";
import { OriginFacts } from "./OriginFacts.tsx";
import { RevisionFacts } from "./RevisionFacts.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

const ChangeDetails = laterPart(
  "Changes in detail",
  async () => (await import("../joins/ChangeDetails.tsx")).ChangeDetails,
  { fallback: <p>Changes in detail</p> },
);

/** The revision beside the one deployed before, and who or what started the deployment. */
export function WhatChangedCard() {
  const { deployment } = useShownDeployment();
  const { joins } = useAws();
  const difference = revisionDifference(deployment);
  return (
    <Card title="What changed">
      <div className="space-y-3">
        <RevisionVerdict deployment={deployment} difference={difference} />
        {joins.includes("revisions") && isComparable(deployment) && <ChangeDetails />}
        <PropertyList>
          <RevisionFacts difference={difference} />
          <OriginFacts />
        </PropertyList>
      </div>
    </Card>
  );
}

interface RevisionVerdictProps {
  deployment: Deployment;
  difference: RevisionDifference;
}

/** What changed, in one sentence, with the way to see it in full. */
function RevisionVerdict({ deployment, difference }: RevisionVerdictProps) {
  const { deploymentMode: mode } = deployment;
  const restart = mode === "RESTART" ? deploymentMode(mode)?.meaning : undefined;
  const sentence = restart ?? differenceWords(difference);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="font-semibold">
        <AwsText text={sentence} />
      </span>
      <CompareLink difference={difference} />
    </p>
  );
}
