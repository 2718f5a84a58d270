import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { visibleText } from "../../format/visible-text.ts";
import { Link } from "./Link.tsx";
import { useAddress } from "../../app/navigation.ts";

/** Another deployment's page, by id and Region; an id that no address can hold stays plain text. */
export function DeploymentLink({ region, deploymentId }: { region: string; deploymentId: string }) {
  const { view } = useAddress();
  const name = <bdi className="font-mono text-[0.8125rem]">{visibleText(deploymentId)}</bdi>;
  if (!isDeploymentId(deploymentId)) return name;
  return <Link to={{ page: "deployment", region, deploymentId, view }}>{name}</Link>;
}
