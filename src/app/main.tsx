import { pageOf, parseAddress } from "./pages.ts";
import { accountFor } from "./account-for.ts";
import { createAws } from "../aws/aws.ts";
import { loadedOnce } from "../values/loaded-once.ts";
import { originsFor } from "../config/endpoints.ts";
import { isKnownToHaveStarted } from "./known-start.ts";
import { loadConfig } from "../config/load-config.ts";
import type { Config } from "../config/schema.ts";
import { knownVisitors } from "../access/identity-memory.ts";
import { createCredentials } from "../access/credentials.ts";
import type { AccessChannel } from "../access/tabs/access-channel.ts";
import { addressFault, regionFault } from "../codedeploy/deployment/address-fault.ts";
import type { Entry, SignInSite } from "./enter.ts";
import { startOrder } from "./start-order.ts";
import { reloadOnceWhenPartsAreGone } from "./reload-once.ts";

// The composition root. What it imports statically, react-query and the SDK lead to the first request; React and the page follow
// (`start-order.ts`).
reloadOnceWhenPartsAreGone();
const address = parseAddress(location);
let forgetCredentials = () => {};
const here = pageOf(address);
const queries = Promise.all([import("../queries/query-client.ts"), import("../queries/deployments.ts")]);
queries.catch(() => {}); // Whoever awaits it reports it.
if (here.deployments || here.lists) import("../aws/codedeploy/operations.ts").catch(() => {}); // Each request reports it.
const { loadNext, loadAll, run, views } = startOrder(address);
// A browser that somebody has come in by has all files, and perhaps another tab that lets this one in.
const known = knownVisitors();
if (known.anybody) {
  import("../access/tabs/access-channel.ts").catch(() => {}); // Whoever opens it reports it.
  loadAll();
}
if (known.users) import("./enter.ts").catch(() => {}); // Whoever comes in reports it.

async function start(): Promise<void> {
  if (address.page === "snapshot") {
    run();
    const { show, snapshotPage } = await views;
    show(snapshotPage());
    return;
  }
  const loaded = await loadConfig();
  if ("fault" in loaded) {
    run();
    const { show, configFaultPage } = await views;
    show(configFaultPage(loaded.fault));
    return;
  }
  const { config } = loaded;
  const openTabs = loadedOnce(async () => {
    const { openAccessChannel } = await import("../access/tabs/access-channel.ts");
    return openAccessChannel(config);
  });
  const entry = config.signIn ? await cameIn(config, openTabs()) : undefined;
  const local = config.local && (await (await import("../access/local/enter-local.ts")).enterLocal(openTabs));
  const credentials = local
    ? local.credentials
    : createCredentials(config, openTabs, entry, known.anybody ? run : loadNext);
  forgetCredentials = () => credentials.forget();
  const mayAsk = !entry || entry.user !== undefined;
  const shown = parseAddress(location); // The sign-in may have put another in its place.
  const shownPage = pageOf(shown);
  const asked = (mayAsk && shownPage.deployments?.(shown)) || [];
  const refs = asked.filter((ref) => !addressFault(ref, config.regions));
  const wanted = mayAsk ? shownPage.lists?.(shown) : undefined;
  const lists = wanted && !regionFault(wanted.region, config.regions) ? wanted : undefined;
  if (refs.length > 0 || lists) {
    preconnect(config, lists ? [lists] : refs);
    credentials.provide().catch(() => {}); // The first request reports it.
  } else {
    run();
  }
  const aws = createAws(config, credentials, run);
  const [{ createQueryClient }, { createDeployments }] = await queries;
  const queryClient = createQueryClient();
  // Tabs share what they know with those that may see the same.
  const readers = local
    ? local.readers
    : [config.identityPoolId, ...(entry?.user ? [entry.user.sub] : [])].join(" ");
  const deployments = createDeployments(aws, queryClient, readers);
  const answered = Promise.all([
    ...refs.map((ref) => deployments.prefetch(ref)),
    lists?.ask(aws, queryClient).catch(() => {}), // The page reports it.
  ]);
  void answered.then(run); // Also where no request could go out.
  if (isKnownToHaveStarted(shown)) for (const ref of refs) void deployments.prefetchTargets(ref);
  const account = local ? local.account : accountFor(config, entry, aws.sts);
  const { show, appPage } = await views;
  // React would show what stands there anyway, which takes longer than an answer that has come by now.
  if (refs.length > 0) {
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, ANSWER_PATIENCE_MS))]);
  }
  show(appPage({ config, account, queryClient, deployments }));
  if (!mayAsk) return;
  await answered;
  entry?.signIn.prepare(); // Once the network is gone, it could not come.
  // Where this part does not come, new tabs come in by themselves.
  Promise.all([import("../access/tabs/hand-over.ts"), openTabs()]).then(
    ([{ handOver }, tabs]) => handOver(config, tabs, credentials, entry),
    () => {},
  );
}

/** Who has signed in; what that takes loads only where people do. */
async function cameIn(config: SignInSite, tabs: Promise<AccessChannel>): Promise<Entry> {
  const loading = import("./enter.ts");
  loadNext(); // Behind that: nothing has been asked of AWS yet.
  const [{ enter }, channel] = await Promise.all([loading, tabs]);
  return enter(config, address, channel, () => forgetCredentials());
}

function preconnect(config: Config, places: readonly { region: string }[]): void {
  for (const href of new Set(places.flatMap(({ region }) => originsFor(config, "codedeploy", region)))) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preconnect", href, crossOrigin: "anonymous" });
    document.head.append(link);
  }
}

/** So long React waits for the first answer, once it could render. */
const ANSWER_PATIENCE_MS = 1_000;

// Not awaited: the page's chunk imports this module's, which a top-level await would keep from being ready.
start().catch(sayThatItDidNotStart);

/** The last resort, when a part that every page needs did not come. React may be among what is missing: what index.html says then stands there. */
async function sayThatItDidNotStart(error: unknown): Promise<void> {
  run();
  try {
    (await views).fail(`Deploywatch could not be started. Load the page again. (${String(error)})`);
  } catch {
    document.getElementById("root")?.replaceChildren();
  }
}
