import { isDeploymentId } from "../aws-names/deployment-id.ts";
import { isRegionName } from "../aws-names/regions.ts";
import type { DeploymentRef } from "../codedeploy/deployment/deployment.ts";
import { DeploymentSkeleton } from "../pages/deployment/DeploymentSkeleton.tsx";
import { DeploymentHeading } from "../pages/deployment/header/DeploymentHeading.tsx";
import { Frame, MenuPlace } from "../pages/frame/Frame.tsx";
import type { Address, ViewState } from "./address.ts";

/** What an address says about the page that comes, before anything is known of this site. */
export type FirstPage = ({ page: "deployment" } & DeploymentRef) | { page: "wall" } | { page: "other" };

/** What comes first at an address. A Region and an id that can be none lead to a page that says so. */
export function firstPageOf(address: Address): FirstPage {
  if (address.page === "wall") return { page: "wall" };
  if (address.page !== "deployment") return { page: "other" };
  const { region, deploymentId } = address;
  return isRegionName(region) && isDeploymentId(deploymentId)
    ? { page: "deployment", region, deploymentId }
    : { page: "other" };
}

/**
 * The page before the configuration, the credentials and the rest of the code are there. `index.html` has it as markup, so that
 * it stands there before any script of the app has come; React then renders the same.
 */
export function FirstPaint({ first, view }: { first: FirstPage; view: ViewState }) {
  if (first.page === "wall") return <p className="p-4 text-muted">Loading the wall…</p>;
  const isDeployment = first.page === "deployment";
  return (
    <Frame
      view={view}
      heading={
        isDeployment ? <DeploymentHeading deployment={undefined} {...first} hasActions={false} /> : undefined
      }
      account={<span className="control-small min-w-7 shrink-0" />}
      menu={<MenuPlace />}
    >
      {isDeployment ? <DeploymentSkeleton /> : <p className="sr-only">Loading…</p>}
    </Frame>
  );
}
