import type { ComponentType, ReactNode } from "react";
import { lazy, Suspense, useCallback, useState } from "react";
import type { PartPlace } from "./ErrorBoundary.tsx";
import { ErrorBoundary, NotLoaded } from "./ErrorBoundary.tsx";

interface Layout<Props> {
  place?: PartPlace;
  /** Keeps its place while it is on its way. */
  fallback?: ReactNode | ((props: Props) => ReactNode);
  /** What stays below the message when the chunk does not come. */
  remains?: (props: Props) => ReactNode;
}

/**
 * A component that comes in a chunk of its own. Without that chunk, a message stands in its place and nothing else is lost. It
 * is loaded again on request and when the network is back.
 *
 * @param what names the part in that message
 * @param load imports it
 */
export function laterPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
  { place = "block", fallback = null, remains }: Layout<Props> = {},
): ComponentType<Props> {
  let hasFailed = false;
  const begin = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        hasFailed = true;
        throw new NotLoaded(error);
      }
    });
  let Part = begin();
  return function LaterPart(props: Props) {
    const [tries, setTries] = useState(0);
    const loadAgain = useCallback(() => {
      // React remembers a part that failed for good.
      if (hasFailed) Part = begin();
      hasFailed = false;
      setTries((before) => before + 1);
    }, []);
    return (
      <ErrorBoundary key={tries} what={what} place={place} loadAgain={loadAgain} remains={remains?.(props)}>
        <Suspense fallback={typeof fallback === "function" ? fallback(props) : fallback}>
          <Part {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  };
}
