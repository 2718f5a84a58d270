import type { ReactNode } from "react";
import { Component, useEffect } from "react";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";
import { Property } from "./PropertyList.tsx";

interface ErrorBoundaryProps {
  /** What failed, for the message: "This page", "The raw answer". */
  what: string;
  place?: PartPlace;
  /** Tries once more what could not be loaded. */
  loadAgain?: () => void;
  /** What stays below the message. */
  remains?: ReactNode;
  children: ReactNode;
}

/**
 * Puts a message in place of a part that threw or could not be loaded; what stands around the boundary stays. Parts that come
 * later have one of their own, see `later-part.tsx`; the one around the app is the last resort.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? "unknown" };
  }

  override render() {
    const { children, remains, ...part } = this.props;
    if (this.state.error === undefined) return children;
    return (
      <>
        <PartFault {...part} error={this.state.error} />
        {remains}
      </>
    );
  }
}

/** The place that a part has: of its own, within a sentence, as a pair of a property list, or none on a screen, where nobody misses its code. */
export type PartPlace = "block" | "phrase" | "property" | "none";

interface PartFaultProps {
  what: string;
  error: unknown;
  place?: PartPlace;
  loadAgain?: () => void;
}

/** What is missing comes together: one chunk that was out of reach is seldom alone. */
const AGAIN = "deploywatch:load-again";

/** In place of a part of the page: whether it could not be loaded or is at fault, and what helps. */
function PartFault({ what, error, place, loadAgain }: PartFaultProps) {
  const isMissing = error instanceof NotLoaded;
  useEffect(() => {
    if (!isMissing || !loadAgain) return;
    const events = [AGAIN, "online"];
    for (const event of events) addEventListener(event, loadAgain);
    return () => {
      for (const event of events) removeEventListener(event, loadAgain);
    };
  }, [isMissing, loadAgain]);
  if (place === "none" && isMissing) return null;
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

/** A part of the page that did not come: the network is away, or a release has replaced its file. */
export class NotLoaded extends Error {
  constructor(cause: unknown) {
    super(String(cause), { cause });
  }
}
