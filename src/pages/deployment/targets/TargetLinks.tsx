import type { MouseEvent } from "react";
import { Fragment, useState } from "react";
import { hrefOf, useAddress } from "../../../app/navigation.ts";
import { targetName } from "../../../codedeploy/targets/target-words.ts";
import { formatCount } from "../../../format/counts.ts";
import { Button } from "../../../ui/Button.tsx";
import { usePrinting } from "../../../ui/browser/printing.ts";
import { hasTargets, openTarget } from "./targets-view.ts";

const SHOWN = 5;
/** A whole fleet would be more than anybody reads: the matrix has them all. */
const MAX = 100;

interface TargetLinksProps {
  ids: readonly string[];
  eventKey: string | undefined;
}

/** Targets in a sentence, each a link to what happened on it; many of them are cut until somebody asks. */
export function TargetLinks({ ids, eventKey }: TargetLinksProps) {
  const [isAskedFor, setWhole] = useState(false);
  const isPrinting = usePrinting();
  const isWhole = isAskedFor || isPrinting;
  const shown = ids.slice(0, isWhole ? MAX : SHOWN);
  const hidden = ids.length - shown.length;
  return (
    <>
      {shown.map((id) => (
        <Fragment key={id}>
          {id !== shown[0] && ", "}
          <TargetLink id={id} eventKey={eventKey} />
        </Fragment>
      ))}
      {hidden > 0 && isWhole && ` and ${formatCount(hidden)} more below`}
      {hidden > 0 && !isWhole && (
        <>
          {" "}
          <Button size="small" onClick={() => setWhole(true)}>
            {formatCount(hidden)} more
          </Button>
        </>
      )}
    </>
  );
}

interface TargetLinkProps {
  id: string;
  eventKey: string | undefined;
}

/** A target's place on this page: a real link, to open, to copy or to send. */
function TargetLink({ id, eventKey }: TargetLinkProps) {
  const address = useAddress();
  const name = <bdi className="font-mono text-[0.8125rem]">{targetName(id)}</bdi>;
  if (!hasTargets(address)) return name;
  const targets = { target: id, ...(eventKey !== undefined && { event: eventKey }) };
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openTarget(id, eventKey);
  };
  return (
    <a href={hrefOf({ ...address, targets })} onClick={open}>
      {name}
    </a>
  );
}
