import { useAddress } from "../../../app/navigation.ts";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { visibleText } from "../../../format/text.ts";
import { Code } from "../../../ui/Code.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import { WholeName } from "../../../ui/WholeName.tsx";
import { Link } from "../../frame/Link.tsx";

interface DeploymentHeadingProps extends DeploymentRef {
  /** Absent before the first answer. */
  deployment: Deployment | undefined;
  hasActions: boolean;
}

/** Its place, from the start on. */
const ACTIONS_PLACE = <span className="control-small inline-block w-20" />;

const ActionMenu = laterPart(
  "The actions",
  async () => (await import("../actions/ActionMenu.tsx")).ActionMenu,
  { place: "phrase", fallback: ACTIONS_PLACE },
);

/** What the page is about: application and deployment group, each with the way to its page, whole however long they are, with the id and the Region. */
export function DeploymentHeading({ deployment, region, deploymentId, hasActions }: DeploymentHeadingProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4">
      <h1 className="min-w-0 text-lg leading-7 font-semibold sm:text-xl">
        {deployment ? <Names region={region} deployment={deployment} /> : "Deployment"}
      </h1>
      <p className="flex items-center gap-x-2">
        <Code text={deploymentId} copyAs="deployment id" />
        <bdi className="text-muted">{visibleText(region)}</bdi>
      </p>
      {hasActions && (
        <div className="ml-auto">
          {deployment ? (
            <ActionMenu region={region} deploymentId={deploymentId} deployment={deployment} />
          ) : (
            ACTIONS_PLACE
          )}
        </div>
      )}
    </div>
  );
}

/** Application and group, each as far as AWS names it. A part of its own: before the first answer there is no address to ask for. */
function Names({ region, deployment }: { region: string; deployment: Deployment }) {
  const { view } = useAddress();
  const { applicationName, deploymentGroupName } = deployment;
  const application = applicationName && ({ page: "application", region, applicationName, view } as const);
  const group =
    application && deploymentGroupName && ({ ...application, page: "group", deploymentGroupName } as const);
  const names = [
    { part: "application", name: applicationName, to: application },
    { part: "group", name: deploymentGroupName, to: group },
  ].filter(({ name }) => name);
  if (names.length === 0) return "Deployment";
  return (
    <>
      {names.map(({ part, name = "", to }, index) => (
        <span key={part}>
          {index > 0 && <span className="font-normal text-muted"> / </span>}
          {to ? (
            <Link to={to} className="no-underline hover:underline">
              <WholeName text={name} />
            </Link>
          ) : (
            <WholeName text={name} />
          )}
        </span>
      ))}
    </>
  );
}
