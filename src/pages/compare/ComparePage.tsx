import { useMemo } from "react";
import { useAddress } from "../../app/navigation.ts";
import { addressFault } from "../../codedeploy/deployment/address-fault.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import type { RevisionDifference } from "../../codedeploy/revision/revision-difference.ts";
import { differenceWords, revisionDifference } from "../../codedeploy/revision/revision-difference.ts";
import { useComparedDeployments } from "../../queries/compared-deployments.ts";
import { TargetListProvider } from "../../queries/targets.tsx";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card, Skeleton } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { WholeName } from "../../ui/WholeName.tsx";
import { RevisionFacts } from "../deployment/changed/RevisionFacts.tsx";
import { ShownDeploymentProvider } from "../deployment/shown-deployment.ts";
import { AddressFaultPage } from "../faults/AddressFaultPage.tsx";
import { ListFault } from "../faults/ListFault.tsx";
import { PartFault } from "../faults/PartFault.tsx";
import { Link } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { PlaceHeading } from "../frame/PlaceHeading.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { ComparedOverview } from "./ComparedOverview.tsx";
import { ComparedSettings } from "./ComparedSettings.tsx";
import { ComparedTargetCards } from "./ComparedTargetCards.tsx";

interface ComparePageProps {
  region: string;
  deploymentIds: readonly [string, string];
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** Two deployments side by side. AWS is not asked where the address can name none. */
export function ComparePage({ region, deploymentIds, regions }: ComparePageProps) {
  for (const deploymentId of deploymentIds) {
    const fault = addressFault({ region, deploymentId }, regions);
    if (fault) return <AddressFaultPage {...{ region, deploymentId, regions, fault }} />;
  }
  return <ReadComparison key={deploymentIds.join()} region={region} deploymentIds={deploymentIds} />;
}

function ReadComparison({ region, deploymentIds }: Omit<ComparePageProps, "regions">) {
  const { both, error, nextTryAtMs, refresh } = useComparedDeployments(region, deploymentIds);
  useTabStatus(pageTitle("Compare", deploymentIds.join(" and ")));
  return (
    <PageFrame
      heading={
        <PlaceHeading
          way={<WayHere region={region} deployment={both?.[1]} />}
          name="Compare"
          region={region}
        />
      }
    >
      {!both && error && (
        <ListFault
          error={error}
          region={region}
          wanted={[["Deployments", deploymentIds.join(", ")]]}
          retry={refresh}
          nextTryAtMs={nextTryAtMs}
        />
      )}
      {!both && !error && <Skeleton className="h-64" />}
      {both && <PartFault title="Not up to date" error={error} region={region} />}
      {both && <Comparison region={region} before={both[0]} after={both[1]} refresh={refresh} />}
    </PageFrame>
  );
}

/** The group that the later one is of, and its application. */
function WayHere({ region, deployment }: { region: string; deployment: Deployment | undefined }) {
  const { view } = useAddress();
  const { applicationName, deploymentGroupName } = deployment ?? {};
  return (
    <>
      <Link to={{ page: "home", view }}>Home</Link>
      {applicationName !== undefined && (
        <>
          {" / "}
          <Link to={{ page: "application", region, applicationName, view }}>
            <WholeName text={applicationName} />
          </Link>
        </>
      )}
      {applicationName !== undefined && deploymentGroupName !== undefined && (
        <>
          {" / "}
          <Link to={{ page: "group", region, applicationName, deploymentGroupName, view }}>
            <WholeName text={deploymentGroupName} />
          </Link>
        </>
      )}
    </>
  );
}

interface ComparisonProps {
  region: string;
  before: Deployment;
  after: Deployment;
  refresh: () => unknown;
}

function Comparison({ region, before, after, refresh }: ComparisonProps) {
  const isOfTwoGroups =
    differ(before.applicationName, after.applicationName) ||
    differ(before.deploymentGroupName, after.deploymentGroupName);
  const going = [before, after].filter(({ status }) => !isFinished(status)).length;
  return (
    <div className="space-y-3">
      {before.deploymentId !== undefined && before.deploymentId === after.deploymentId && (
        <Notice tone="neutral" title="The address names one deployment twice">
          <p>It is compared with itself.</p>
        </Notice>
      )}
      {isOfTwoGroups && (
        <Notice tone="neutral" title="These deployments are of different groups">
          <p>What differs may come from that.</p>
        </Notice>
      )}
      {going > 0 && (
        <Notice
          tone="neutral"
          title={going === 1 ? "One of them has not ended" : "Neither of them has ended"}
        >
          <p>This page does not refresh by itself.</p>
          <Button size="small" onClick={() => void refresh()}>
            Read again
          </Button>
        </Notice>
      )}
      <ComparedOverview region={region} before={before} after={after} />
      <ComparedTargetCards region={region} before={before} after={after} />
      <ComparedRevision region={region} before={before} after={after} />
      <ComparedSettings before={before} after={after} />
    </div>
  );
}

/** Whether AWS names both, and they are not the same. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** The later one's revision, beside the earlier one's. */
function ComparedRevision({ region, before, after }: Omit<ComparisonProps, "refresh">) {
  const difference = useMemo(
    () =>
      revisionDifference({
        ...(after.revision && { revision: after.revision }),
        ...(before.revision && { previousRevision: before.revision }),
      }),
    [before, after],
  );
  const shown = useMemo(
    () => ({
      region,
      deploymentId: after.deploymentId ?? "",
      answer: { deployment: after, raw: null },
      deployment: after,
      transitions: [],
      hasActions: false,
    }),
    [region, after],
  );
  return (
    <Card title="Revision">
      <div className="space-y-3">
        <p className="font-semibold">
          <AwsText text={comparedWords(difference)} />
        </p>
        <ShownDeploymentProvider value={shown}>
          <TargetListProvider region={region} deploymentId={shown.deploymentId}>
            <PropertyList>
              <RevisionFacts difference={difference} />
            </PropertyList>
          </TargetListProvider>
        </ShownDeploymentProvider>
      </div>
    </Card>
  );
}

/** Of two deployments that others may lie between, and which need not be of one group. */
function comparedWords(difference: RevisionDifference): string {
  switch (difference.kind) {
    case "not-reported":
      return difference.previous ? NONE_LATER : "AWS reports no revision for either.";
    case "none-before":
      return "AWS reports no revision for the earlier deployment.";
    case "same":
      return "Both have the same revision.";
    case "other-source":
    case "undecided":
    case "changed":
      return differenceWords(difference);
  }
}

const NONE_LATER = "AWS reports no revision for the later deployment.";
