import type * as App from "./App.tsx";
import type { Mounted } from "./mount.tsx";
import type { Address } from "./address.ts";
import { pageOf } from "./pages.ts";

type Views = Mounted & Pick<typeof App, "appPage" | "configFaultPage" | "snapshotPage">;

/**
 * React and the page. index.html shows what they would show at first, so what leads to the first request to CodeDeploy goes before
 * them: on a slow line an answer waits behind whatever was asked for before it, and on a slow processor behind whatever runs. They come
 * beside the requests for credentials, a file with each, so that no answer waits for both: the smaller one with the first, which
 * takes two round trips.
 */
interface StartOrder {
  /** A request for credentials goes out: begins to load the page with the first, React with the second. */
  loadNext: () => void;
  /** Begins to load both: the browser has them, or nothing else is under way. */
  loadAll: () => void;
  /** Runs them, also where they have not been loaded yet: the first request to CodeDeploy is on its way, or there is none. */
  run: () => void;
  /** What they come to. */
  views: Promise<Views>;
}

/** So long they wait for a first request that does not go out, because Cognito does not answer, for example. */
const PATIENCE_MS = 3_000;

/** @param address where the app is; what its page adds to the app is loaded as well */
export function startOrder(address: Address): StartOrder {
  let begin: (() => void) | undefined;
  const views = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(async () => {
    // Where the sign-in leads back to is left at once, and shows something only when it failed.
    const shown = pageOf(address);
    if (address.page !== "signed-in") shown.load?.().catch(() => {}); // The page reports it.
    const [{ mount }, { appPage, configFaultPage, snapshotPage }] = await Promise.all([
      import("./mount.tsx"),
      import("./App.tsx"),
    ]);
    return { ...(await mount()), appPage, configFaultPage, snapshotPage };
  });
  views.catch(() => {}); // Whoever awaits it reports it.
  const run = () => begin?.();
  setTimeout(run, PATIENCE_MS);
  // Without a network nothing is asked.
  if (navigator.onLine) addEventListener("offline", run, { once: true });
  else run();
  return {
    loadNext: () => load([...later()].slice(0, 1)),
    loadAll: () => load(later()),
    run,
    views,
  };
}

/** What index.html names for later and has not begun to load, where it comes from a build. */
function later(): Iterable<HTMLLinkElement> {
  return document.querySelectorAll<HTMLLinkElement>('link[rel="later"]');
}

function load(links: Iterable<HTMLLinkElement>): void {
  for (const link of links) {
    link.remove();
    link.rel = "modulepreload";
    document.head.append(link);
  }
}
