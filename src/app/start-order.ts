import type * as App from "./App.tsx";
import type { Mounted } from "./mount.tsx";
import type { Address } from "./address.ts";
import { pageOf } from "./pages.ts";

type Views = Mounted & Pick<typeof App, "appPage" | "configFaultPage" | "snapshotPage">;

/**
 * What is loaded and run before the first request to CodeDeploy can be answered, besides the entry and our queries, and when.
 *
 * On a slow line an answer waits behind whatever was asked for before it, and on a slow processor behind whatever runs. So the line
 * and the processor get their work where nothing else waits for them:
 *
 * - React comes right behind the entry script, while that runs: index.html names it at once.
 * - The SDK comes with the first request for credentials, and the page with the second.
 * - The SDK runs once the second one is on its way.
 * - React and the page run once the first request to CodeDeploy is: index.html shows what they would show at first.
 */
interface StartOrder {
  /** A request for credentials goes out: begins to load what is to come beside its answer. */
  loadNext: () => void;
  /** Begins to load all of it: the browser has it, or nothing else is under way. */
  loadAll: () => void;
  /** Until then it would be in the way. */
  sdkMayRun: Promise<void>;
  /** Runs React and the page, also where they have not been loaded yet: the first request is on its way, or there is none. */
  run: () => void;
  /** What they come to. */
  views: Promise<Views>;
}

/** So long React waits for a first request that does not go out, because Cognito does not answer, for example. */
const PATIENCE_MS = 3_000;
/** So long the SDK waits for the second request for credentials. */
const SDK_PATIENCE_MS = 1_000;

/** @param address where the app is; what its page adds to the app is loaded as well */
export function startOrder(address: Address): StartOrder {
  const sdk = gate();
  const react = gate();
  const loadAll = () => {
    loadNamed("later");
    sdk.open();
  };
  const run = () => {
    loadAll();
    react.open();
  };
  const views = react.opened.then(async () => {
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
  setTimeout(sdk.open, SDK_PATIENCE_MS);
  setTimeout(run, PATIENCE_MS);
  // Without a network nothing is asked.
  if (navigator.onLine) addEventListener("offline", run, { once: true });
  else run();
  const parts: (() => void)[] = [() => loadNamed("sdk"), loadAll];
  return { loadNext: () => parts.shift()?.(), loadAll, sdkMayRun: sdk.opened, run, views };
}

/** A promise that is kept by a call. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open?.(), opened };
}

/** Loads the files that index.html names for later, where it comes from a build: those of a part, or all that are left. */
function loadNamed(part: "sdk" | "later"): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>(`link[rel~=${part}]`)) {
    link.remove();
    link.rel = "modulepreload";
    document.head.append(link);
  }
}
