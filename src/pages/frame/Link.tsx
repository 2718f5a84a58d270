import type { MouseEvent, ReactNode } from "react";
import { navigate, useAddress } from "../../app/navigation.ts";
import type { Address } from "../../app/address.ts";
import { formatAddress } from "../../app/pages.ts";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { visibleText } from "../../format/text.ts";

interface LinkProps {
  to: Address;
  className?: string;
  children: ReactNode;
}

/** A link within the app: a real one, so that opening it in a new tab or copying it works as anywhere. */
export function Link({ to, className, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    const isPlainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlainClick) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={formatAddress(to)} className={className} onClick={follow}>
      {children}
    </a>
  );
}

/** The way on from a page that leads nowhere. */
export function HomeLink() {
  const { view } = useAddress();
  return (
    <Link to={{ page: "home", view }} className="inline-flex min-h-6 items-center">
      Find another deployment
    </Link>
  );
}

/** Another deployment's page, by id and Region; an id that no address can hold stays plain text. */
export function DeploymentLink({ region, deploymentId }: { region: string; deploymentId: string }) {
  const { view } = useAddress();
  const name = <bdi className="font-mono text-[0.8125rem]">{visibleText(deploymentId)}</bdi>;
  if (!isDeploymentId(deploymentId)) return name;
  return <Link to={{ page: "deployment", region, deploymentId, view }}>{name}</Link>;
}
