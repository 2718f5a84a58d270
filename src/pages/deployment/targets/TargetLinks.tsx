import { Fragment, useState } from "react";
import { formatCount } from "../../../format/number.ts";
import { Button } from "../../../ui/Button.tsx";
import { TargetLink } from "./TargetLink.tsx";

const SHOWN = 5;
/** A whole fleet would be more than anybody reads: the matrix has them all. */
const MAX = 100;

interface TargetLinksProps {
  ids: readonly string[];
  eventKey: string | undefined;
}

/** Targets in a sentence, each a link to what happened on it; many of them are cut until somebody asks. */
export function TargetLinks({ ids, eventKey }: TargetLinksProps) {
  const [isWhole, setWhole] = useState(false);
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
