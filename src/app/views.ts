import type * as App from "./App.tsx";
import type { Mounted } from "./mount.tsx";
import type { Address } from "./address.ts";
import { pageOf } from "./pages.ts";

type Views = Mounted & Pick<typeof App, "appPage" | "configFaultPage" | "snapshotPage">;

/**
 * React and the page. index.html shows what they would show at first, so what leads to the first request to AWS goes before them: on
 * a slow line the answers for credentials would wait behind their 75 kB, and on a slow processor they run longer than a request
 * takes.
 */
interface LaterViews {
  /** Begins to load them: the way to the first request does not wait for much that is loaded any more. */
  load: () => void;
  /** Runs them, also where they have not been loaded yet: the first request is on its way, or there is none. */
  run: () => void;
  /** What they come to. */
  views: Promise<Views>;
}

/** So long they wait for a first request that does not go out, because Cognito does not answer, for example. */
const PATIENCE_MS = 3_000;

/** @param address where the app is; what its page adds to the app is loaded as well */
export function laterViews(address: Address): LaterViews {
  let begin: (() => void) | undefined;
  const views = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(async () => {
    // Where the sign-in leads back to is left at once, and shows something only when it failed.
    const { load } = pageOf(address);
    if (address.page !== "signed-in") load?.().catch(() => {}); // The page reports it.
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
  return { load: loadNamed, run, views };
}

/** index.html names their files, where it comes from a build. */
function loadNamed(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="later"]')) {
    link.remove();
    link.rel = "modulepreload";
    document.head.append(link);
  }
}
