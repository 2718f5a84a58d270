import type { AddressFault } from "../domain/address-fault.ts";
import { ADDRESS_FAULT_WORDS } from "../domain/address-fault-words.ts";
import type { DeploymentRef } from "../domain/deployment.ts";
import { pageTitle } from "../domain/page-title.ts";
import { AwsText } from "../ui/AwsText.tsx";
import { Property, PropertyList } from "../ui/PropertyList.tsx";
import { ErrorReport } from "./ErrorReport.tsx";
import { HomeLink } from "./HomeLink.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { RegionLinks } from "./RegionLinks.tsx";
import { useTabStatus } from "./use-tab-status.ts";

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
