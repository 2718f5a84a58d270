import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { visibleText } from "../../format/text.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { OpenSnapshot } from "../snapshot/OpenSnapshot.tsx";
import { AccountLists } from "./AccountLists.tsx";
import { DeploymentFinder } from "./DeploymentFinder.tsx";
import type { Example } from "./ExampleDeployments.tsx";
import { ExampleDeployments } from "./ExampleDeployments.tsx";
import { RecentDeployments } from "./RecentDeployments.tsx";

interface HomePageProps {
  /** The name of this installation. */
  name: string | undefined;
  /** The Regions that it shows. */
  regions: readonly string[];
  /** Deployments to look at without having one. */
  examples: readonly Example[];
}

/** Where one comes without a link: find a deployment, or go back to one. */
export function HomePage({ name, regions, examples }: HomePageProps) {
  useTabStatus(name ?? pageTitle());
  return (
    <PageFrame>
      <div className="mx-auto max-w-2xl space-y-8 py-4 sm:py-12">
        <div className="space-y-1">
          {name !== undefined && <p className="text-muted">{visibleText(name)}</p>}
          <h1 className="text-2xl font-semibold tracking-tight">Watch a deployment</h1>
          <p className="text-muted">Is it fine, how far is it, what changed, and if it failed, why.</p>
        </div>
        <DeploymentFinder regions={regions} />
        <RecentDeployments />
        <OpenSnapshot />
        {examples.length > 0 && <ExampleDeployments examples={examples} />}
        <AccountLists regions={regions} />
      </div>
    </PageFrame>
  );
}
