import { Fragment } from "react";
import type { LoadBalancers as Found, NamedResource } from "../../../codedeploy/settings/load-balancers.ts";
import { loadBalancers } from "../../../codedeploy/settings/load-balancers.ts";
import { Code } from "../../../ui/Code.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { SettingsGroup } from "./SettingsGroup.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** The load balancers, target groups and listeners that move the traffic. */
export function LoadBalancers() {
  const { deployment } = useShownDeployment();
  const found = loadBalancers(deployment);
  if (!found) return null;
  return (
    <SettingsGroup title="Load balancing">
      <PropertyList>
        <LoadBalancerResources found={found} />
      </PropertyList>
    </SettingsGroup>
  );
}

/** The same as properties, for a list that may have others. */
export function LoadBalancerResources({ found }: { found: Found }) {
  return (
    <>
      <Resources name="Classic Load Balancers" resources={found.classic} />
      <Resources name="Target groups" resources={found.targetGroups} />
      {found.pairs.map(({ targetGroups, productionListeners, testListeners }) => (
        <Fragment key={JSON.stringify([targetGroups, productionListeners, testListeners])}>
          <Resources name="Target group pair" resources={targetGroups} />
          <Resources name="Production traffic" resources={productionListeners} />
          <Resources name="Test traffic" resources={testListeners} />
        </Fragment>
      ))}
    </>
  );
}

function Resources({ name, resources }: { name: string; resources: readonly NamedResource[] }) {
  if (resources.length === 0) return null;
  return (
    <Property name={name}>
      <ul>
        {resources.map(({ id, name: label, url }) => (
          <li key={id}>
            <ConsoleLink href={url}>
              <Code text={label} />
            </ConsoleLink>
            {label !== id && <CopyButton text={id} what={`ARN of ${label}`} />}
          </li>
        ))}
      </ul>
    </Property>
  );
}
