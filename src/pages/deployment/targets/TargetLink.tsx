import type { MouseEvent } from "react";
import { formatAddress } from "../../../app/pages.ts";
import { useAddress } from "../../../app/navigation.ts";
import { targetName } from "../../../codedeploy/targets/target-words.ts";
import { openTarget } from "./targets-view.ts";

interface TargetLinkProps {
  id: string;
  eventKey: string | undefined;
}

/** A target's place on this page: a real link, to open, to copy or to send. */
export function TargetLink({ id, eventKey }: TargetLinkProps) {
  const address = useAddress();
  const name = <bdi className="font-mono text-[0.8125rem]">{targetName(id)}</bdi>;
  if (address.page !== "deployment") return name;
  const targets = { target: id, ...(eventKey !== undefined && { event: eventKey }) };
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openTarget(id, eventKey);
  };
  return (
    <a href={formatAddress({ ...address, targets })} onClick={open}>
      {name}
    </a>
  );
}
