import type { AddressFault } from "../../codedeploy/deployment/address-fault.ts";
import { ADDRESS_FAULT_WORDS } from "../../codedeploy/deployment/address-fault-words.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { ErrorReport } from "./ErrorReport.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { RegionLinks } from "./RegionLinks.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";

interface AddressFaultPageProps extends DeploymentRef {
  fault: AddressFault;
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** The page at an address that can lead to no deployment, said without asking AWS. */
export function AddressFaultPage({ fault, region, deploymentId, regions }: AddressFaultPageProps) {
  const words = ADDRESS_FAULT_WORDS[fault];
  useTabStatus(pageTitle(words.title));
  return (
    <PageFrame>
      <ErrorReport
        words={words}
        heading="h1"
        remedy={<RegionLinks deploymentId={deploymentId} except={region} regions={regions} />}
        actions={<HomeLink />}
      >
        <PropertyList>
          <Property name="Region in the address">
            <AwsText text={region} cap={200} />
          </Property>
          <Property name="Id in the address">
            <AwsText text={deploymentId} cap={200} />
          </Property>
        </PropertyList>
      </ErrorReport>
    </PageFrame>
  );
}
