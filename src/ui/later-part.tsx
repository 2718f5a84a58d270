import type { ComponentType, ReactNode } from "react";
import { useCallback, useState, useSyncExternalStore } from "react";
import { afterPaint } from "./browser/after-paint.ts";
import { isBeingLeft, ON_THE_WAY_MS } from "./browser/leaving.ts";
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
 * Not React's `lazy`: React keeps back what has come until 300 ms after it has shown a placeholder, wherever on the page.
 *
 * @param what names the part in that message
 * @param load imports it
 */
export function laterPart<Props extends object>(
  what: string,
  load: () => Promise<ComponentType<Props>>,
  { place = "block", fallback = null, remains }: Layout<Props> = {},
): LaterPart<Props> {
  const part = loadedPart(load);
  function Loaded(props: Props) {
    const { Part, fault } = useSyncExternalStore(part.subscribe, part.get, part.get);
    if (fault) throw fault;
    if (Part) return <Part {...props} />;
    return typeof fallback === "function" ? fallback(props) : fallback;
  }
  function LaterPart(props: Props) {
    const [tries, setTries] = useState(0);
    const loadAgain = useCallback(() => {
      part.loadAgain();
      setTries((before) => before + 1);
    }, []);
    return (
      <ErrorBoundary key={tries} what={what} place={place} loadAgain={loadAgain} remains={remains?.(props)}>
        <Loaded {...props} />
      </ErrorBoundary>
    );
  }
  const useIsThere = () => {
    const { Part, fault } = useSyncExternalStore(part.subscribe, part.get, part.get);
    return (Part ?? fault) !== undefined;
  };
  return Object.assign(LaterPart, { loaded: part.load, useIsThere });
}

/** A component that comes in a chunk of its own. */
type LaterPart<Props> = ComponentType<Props> & {
  /** Begins to load it, unless that has been done, and resolves once it is there or could not be had. */
  loaded: () => Promise<void>;
  /** Whether it is there or could not be had: from then on it appears at once wherever it is rendered. A use of it begins to load it, too. */
  useIsThere: () => boolean;
};

/** Neither where the part is on its way. */
interface Loading<Props> {
  Part?: ComponentType<Props>;
  fault?: NotLoaded;
}

/** A part for all places where it stands: it is loaded once. */
function loadedPart<Props>(load: () => Promise<ComponentType<Props>>) {
  let loading: Loading<Props> = NOTHING_YET;
  let ended: Promise<void> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: Loading<Props>) => {
    loading = next;
    for (const listener of listeners) listener();
  };
  const begin = () =>
    (ended ??= loadHere(load).then(
      (Part) => set({ Part }),
      (error: unknown) => set({ fault: new NotLoaded(error) }),
    ));
  return {
    load: begin,
    /** Loads it once more where it did not come. */
    loadAgain() {
      if (loading.fault) {
        loading = NOTHING_YET;
        ended = undefined;
      }
      void begin();
    },
    get: () => loading,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      // What has come by now is seen first: on a slow processor, to ask for a dozen parts takes as long as to render the status.
      if (!ended) afterPaint(() => void begin());
      return () => void listeners.delete(listener);
    },
  };
}

const NOTHING_YET = {};

/** Loads it once more where it did not come because the page was being left, and was not. */
async function loadHere<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (!isBeingLeft()) throw error;
    await new Promise((resolve) => setTimeout(resolve, ON_THE_WAY_MS));
    return load();
  }
}
