import { ADDRESS_FAULT_WORDS } from "../../codedeploy/deployment/address-fault-words.ts";
import type { AddressFault } from "../../codedeploy/deployment/address-fault.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import type { Address } from "../../app/address.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { HomeLink, Link } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { ErrorReport } from "./ErrorReport.tsx";

interface RegionFaultPageProps {
  fault: Exclude<AddressFault, "invalid-id">;
  region: string;
  /** The Regions that this installation shows. */
  regions: readonly string[];
  /** The same place in another Region. */
  addressIn: (region: string) => Address;
}

/** The page at an address of an application or a group in a Region that cannot be asked. */
export function RegionFaultPage({ fault, region, regions, addressIn }: RegionFaultPageProps) {
  const words = ADDRESS_FAULT_WORDS[fault];
  useTabStatus(pageTitle(words.title));
  return (
    <PageFrame>
      <ErrorReport
        words={words}
        heading="h1"
        remedy={
          <nav aria-label="The same names in another Region">
            <ul className="flex flex-wrap gap-x-4">
              {regions.map((other) => (
                <li key={other}>
                  <Link to={addressIn(other)} className="inline-flex min-h-6 items-center">
                    {other}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        }
        actions={<HomeLink />}
      >
        <PropertyList>
          <Property name="Region in the address">
            <AwsText text={region} cap={200} />
          </Property>
        </PropertyList>
      </ErrorReport>
    </PageFrame>
  );
}
