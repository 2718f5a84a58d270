import type { SignInFault } from "../access/sign-in/sign-in-failure.ts";
import { SignInFailure } from "../access/sign-in/sign-in-failure.ts";
import type { SignIn, SignedInUser } from "../access/sign-in/sign-in.ts";
import type { AccessChannel } from "../access/tabs/access-channel.ts";
import type { Exchange, HeldCredentials } from "../access/resilient-credentials.ts";
import { handedExchange } from "../access/tabs/handed-exchange.ts";
import { createSignIn } from "../access/sign-in/sign-in.ts";
import type { SiteConfig } from "../config/schema.ts";
import { identityMemory, personOf } from "../access/identity-memory.ts";
import type { Address } from "./address.ts";
import { formatAddress, parseAddress } from "./pages.ts";

/** Where people sign in: the way in, who has come in, and what went wrong with a return from the sign-in pages. */
export interface Entry {
  signIn: SignIn;
  /** Leaves for the sign-in pages, and for `returnTo` afterwards. Gives what kept it from that. */
  leave: (returnTo: string) => Promise<SignInFault | undefined>;
  user: SignedInUser | undefined;
  /** What another tab has handed to this one, which has no sign-in of its own, and how it gets more. */
  handed: { held: HeldCredentials; exchange: Exchange } | undefined;
  failure?: {
    fault: SignInFault;
    /** Where the person wanted to go; home when that is not known. */
    returnTo: string;
  };
}

/** How long a new tab waits for the first word of another. On a busy machine 50 ms are missed, and the way over the issuer takes seconds. */
const PATIENCE_MS = 200;

/** The configuration of a site where people sign in. */
export type SignInSite = Extract<SiteConfig, { guest?: undefined }>;

/**
 * Finds out who has signed in in this tab, or whom another tab lets in. On the way back from the sign-in pages it takes their answer, and puts the
 * address that the person came for in place of the return address.
 *
 * @param address where the app is
 * @param tabs to the others of this browser
 * @param onEnd called when the sign-in was ended, here or in another tab
 */
export async function enter(
  config: SignInSite,
  address: Address,
  tabs: AccessChannel,
  onEnd: () => void,
): Promise<Entry> {
  const home = formatAddress({ page: "home", view: { timeZone: "local" } });
  const callback = formatAddress({ page: "signed-in", view: { timeZone: "local" } });
  const { origin } = location;
  const memory = identityMemory(config);
  const signIn = createSignIn({
    signIn: config.signIn,
    home: origin + home,
    callback: origin + callback,
    tabs,
    memory,
    onEnd,
  });
  if (address.page === "signed-in") signIn.prepare();
  const failure = address.page === "signed-in" ? await takeAnswer(signIn, home) : undefined;
  const own = await signIn.user();
  // A tab whose sign-in is older than what this browser remembers.
  if (own && memory.isEmpty()) memory.greet(personOf(config.signIn.authority, own.sub));
  // A wall is left alone for days: it must not depend on another tab.
  const isNew = !own && !memory.isEmpty() && address.page !== "signed-in" && address.page !== "wall";
  const handed = isNew ? await tabs.ask({ patienceMs: PATIENCE_MS }) : undefined;
  const user = own ?? handed?.user;
  if (!user) signIn.prepare();
  loadAnewForOthers(signIn, user);
  return {
    signIn,
    leave: leaveBy(signIn),
    user,
    handed: handed && { held: handed.held, exchange: handedExchange(tabs, handed) },
    ...(failure && { failure }),
  };
}

function leaveBy(signIn: SignIn): Entry["leave"] {
  return async (returnTo) => {
    try {
      await signIn.begin(returnTo);
      return undefined;
    } catch (error) {
      if (error instanceof SignInFailure) return error.fault;
      throw error;
    }
  };
}

async function takeAnswer(signIn: SignIn, home: string): Promise<Entry["failure"]> {
  const back = (remembered: unknown) => returnAddress(remembered, location.origin) ?? home;
  try {
    history.replaceState(null, "", back(await signIn.finish(location.href)));
    return undefined;
  } catch (error) {
    if (!(error instanceof SignInFailure)) throw error;
    // The answer is used up: it must not be sent again by a reload, nor stay in the history.
    history.replaceState(null, "", formatAddress(parseAddress({ pathname: location.pathname, search: "" })));
    return { fault: error.fault, returnTo: back(error.returnTo) };
  }
}

/**
 * Browsers keep pages that were left, with all that they show, and bring them back as they were. Nobody else, and
 * nobody at all, must find what somebody who has signed out had on the screen.
 */
function loadAnewForOthers(signIn: SignIn, user: SignedInUser | undefined): void {
  window.addEventListener("pageshow", async ({ persisted }) => {
    if (persisted && (await signIn.user())?.sub !== user?.sub) location.reload();
  });
}

/**
 * Where to go after a sign-in: what was remembered, if it is a page of this app; path, query and fragment.
 * `undefined` for anything else, so that nobody can be led elsewhere by what somebody planted.
 */
export function returnAddress(
  remembered: unknown,
  origin: string,
  base = import.meta.env.BASE_URL,
): string | undefined {
  if (typeof remembered !== "string" || !/^\/(?![/\\])/.test(remembered)) return undefined;
  const url = URL.canParse(remembered, origin) ? new URL(remembered, origin) : undefined;
  // Under a sub-path the rest of the origin is somebody else's.
  if (url?.origin !== origin || !`${url.pathname}/`.startsWith(base)) return undefined;
  // "/.//host" is resolved to "//host", which a browser takes for another host.
  if (/^\/[/\\]/.test(url.pathname)) return undefined;
  const { page } = parseAddress(url, base);
  return page === "unknown" || page === "signed-in" ? undefined : url.pathname + url.search + url.hash;
}
