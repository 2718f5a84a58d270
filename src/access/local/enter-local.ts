import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import type { Account } from "../account.ts";
import type { SharedCredentials } from "../resilient-credentials.ts";
import type { AccessChannel } from "../tabs/access-channel.ts";
import { keyOf, localCredentials } from "./local-credentials.ts";
import { localIdentity } from "./local-server.ts";

/** Where a tab keeps the token: it is gone with the tab. */
const STORED = "deploywatch.local";

/** The link that the terminal prints ends so. What stands behind `#` goes to no server. */
const IN_FRAGMENT = /^#token=([0-9a-f]{64})$/;

/** How many other tabs' tokens are tried, which may be of an earlier start. */
const TRIES = 3;

/** Who has come in to the page of local mode. */
export interface LocalVisit {
  readonly credentials: SharedCredentials;
  readonly account: Account;
  /** Whoever sees the same, so that tabs may share it. */
  readonly readers: string;
}

/**
 * Lets in whoever has the link, and other tabs of the same browser. The token is taken out of the address at once, so that nobody
 * hands it on with a copied one.
 *
 * @param openTabs opens the channel to the other tabs
 */
export async function enterLocal(openTabs: () => Promise<AccessChannel>): Promise<LocalVisit> {
  takeFromAddress();
  // The link, pasted into a tab that shows the same address, loads nothing by itself.
  window.addEventListener("hashchange", () => {
    if (takeFromAddress()) location.reload();
  });
  let token = stored();
  let identity = token === "" ? undefined : await localIdentity(token);
  if (identity) return visit(token, identity);
  const tabs = await openTabs().catch(() => undefined);
  for (let tried = 0; tried < TRIES && !identity; tried += 1) {
    const handed = await tabs?.ask({ not: keyOf(token) });
    if (!handed) break;
    token = handed.held.credentials.secretAccessKey;
    identity = await localIdentity(token);
  }
  if (identity) store(token);
  return visit(identity ? token : stored(), identity);
}

/** @param identity `undefined` where no token was good: the server says so to each request */
function visit(token: string, identity: CallerIdentity | undefined): LocalVisit {
  return {
    credentials: localCredentials(token),
    account: { visitor: { kind: "local", name: nameOf(identity), identity } },
    readers: `local ${identity?.account} ${identity?.role}`,
  };
}

/** How IAM Identity Center names the roles of permission sets. */
const OF_PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

function nameOf(identity: CallerIdentity | undefined): string {
  return identity ? `Local, as ${identity.role.replace(OF_PERMISSION_SET, "$1")}` : "Local, without the link";
}

function takeFromAddress(): boolean {
  const [, token] = IN_FRAGMENT.exec(location.hash) ?? [];
  if (token === undefined) return false;
  store(token);
  history.replaceState(history.state, "", location.pathname + location.search);
  return true;
}

let held = "";

/** A browser that keeps nothing loses it with the next load. */
function store(token: string): void {
  held = token;
  try {
    sessionStorage.setItem(STORED, token);
  } catch {
    // This page remembers it.
  }
}

function stored(): string {
  try {
    return sessionStorage.getItem(STORED) ?? held;
  } catch {
    return held;
  }
}
