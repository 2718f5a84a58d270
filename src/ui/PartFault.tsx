import { useEffect } from "react";
import { Button } from "./Button.tsx";
import { NotLoaded } from "./not-loaded.ts";
import { Notice } from "./Notice.tsx";
import { Property } from "./PropertyList.tsx";

/** The place that a part has: of its own, within a sentence, or as a pair of a property list. */
export type PartPlace = "block" | "phrase" | "property";

interface PartFaultProps {
  what: string;
  error: unknown;
  place?: PartPlace;
  loadAgain?: () => void;
}

/** What is missing comes together: one chunk that was out of reach is seldom alone. */
const AGAIN = "deploywatch:load-again";

/** In place of a part of the page: whether it could not be loaded or is at fault, and what helps. */
export function PartFault({ what, error, place, loadAgain }: PartFaultProps) {
  const isMissing = error instanceof NotLoaded;
  useEffect(() => {
    if (!isMissing || !loadAgain) return;
    const events = [AGAIN, "online"];
    for (const event of events) addEventListener(event, loadAgain);
    return () => {
      for (const event of events) removeEventListener(event, loadAgain);
    };
  }, [isMissing, loadAgain]);
  const happened = `could not be ${isMissing ? "loaded" : "shown"}.`;
  const again = isMissing && (
    <Button size="small" onClick={() => dispatchEvent(new Event(AGAIN))}>
      Load it again
    </Button>
  );
  if (place === "property")
    return (
      <Property name={what}>
        {happened} {again}
      </Property>
    );
  if (place === "phrase")
    return (
      <span>
        ({what} {happened} {again})
      </span>
    );
  return (
    <Notice tone="fail" title={`${what} ${happened}`}>
      {!isMissing && <p>This is a fault of Deploywatch, not of your deployment: {String(error)}</p>}
      <div className="mt-2 flex gap-2">
        {again}
        {/* Out of reach of the server it would only lose what is there. */}
        {navigator.onLine && (
          <Button size="small" onClick={() => location.reload()}>
            Load the page again
          </Button>
        )}
      </div>
    </Notice>
  );
}
