import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { revisionDifference } from "../../../codedeploy/revision/revision-difference.ts";
import { Card } from "../../../ui/Card.tsx";
import { PropertyList } from "../../../ui/PropertyList.tsx";
import { OriginFacts } from "./OriginFacts.tsx";
import { RevisionFacts } from "./RevisionFacts.tsx";
import { RevisionVerdict } from "./RevisionVerdict.tsx";

interface WhatChangedCardProps {
  deployment: Deployment;
  region: string;
}

/** The revision beside the one deployed before, and who or what started the deployment. */
export function WhatChangedCard({ deployment, region }: WhatChangedCardProps) {
  const difference = revisionDifference(deployment);
  return (
    <Card title="What changed">
      <div className="space-y-3">
        <RevisionVerdict deployment={deployment} difference={difference} />
        <PropertyList>
          <RevisionFacts difference={difference} region={region} />
          <OriginFacts deployment={deployment} region={region} />
        </PropertyList>
      </div>
    </Card>
  );
}
