import type { Page } from "@playwright/test";
import type { AppClientRequest } from "../../emulator/control/sign-in-routes.ts";
import type { Control, DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { RoleRequest } from "../../emulator/control/access-routes.ts";
import type { Site } from "../fixtures.ts";
import { expect, test as base } from "../fixtures.ts";
import { card } from "../page-parts.ts";
import type { StoppedClock } from "../stopped-clock.ts";

/** An installation where people sign in. */
interface SignInSite {
  clientId: string;
  /** The role of everybody but the members of `checkout`. */
  roleName: string;
  /** The origin of the login pages. */
  domain: string;
  /** Changes the app client, its lifetimes for example. */
  setClient: (client: AppClientRequest) => Promise<void>;
  setRole: (permissions: RoleRequest) => Promise<void>;
  /** Puts other keys into `signIn` of its config.json, or takes some out of it. */
  setSignIn: (change: Record<string, unknown>) => Promise<void>;
}

/** Reads everything. */
export const ADA = { username: "ada@example.com", password: "see-everything" };
/** Reads checkout-api only. */
export const BO = { username: "bo@example.com", password: "see-checkout" };

interface Fixtures {
  signInSite: SignInSite;
  /** Opens a running deployment, signs Ada in on the way, and waits until its status is there. */
  openSignedIn: (deployment: DeploymentHandle) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  // Every test of a file that uses this has people sign in, whether it changes anything about that or not.
  signInSite: [
    async ({ emulator, site }, use) => {
      await use(await createSignInSite({ site, configs: emulator, aws: emulator }));
    },
    { auto: true },
  ],

  openSignedIn: async ({ page, open }, use) => {
    await use(async (deployment) => {
      await open(deployment);
      await signInAs(page, ADA);
      await expect(card(page, "Status")).toContainText("In progress");
    });
  },
});

/**
 * Lets people sign in to a test's installation.
 * @param configs the emulator that holds its config.json
 * @param aws the emulator that plays AWS for it
 */
export async function createSignInSite({
  site,
  configs,
  aws,
}: {
  site: Site;
  configs: Control;
  aws: Control;
}): Promise<SignInSite> {
  const name = site.host.slice(0, 15);
  const [clientId, roleName, checkoutRole] = [`client-${name}`, `Reader-${name}`, `Checkout-${name}`];
  const { authority, domain } = await aws.signIn();
  const setClient = (client: AppClientRequest) =>
    aws.setAppClient(clientId, {
      callbackUrls: [`${site.origin}/signed-in`],
      logoutUrls: [`${site.origin}/`],
      ...client,
    });
  const setRole = async (permissions: RoleRequest) => {
    await aws.setRole(roleName, permissions);
  };
  const setSignIn = async (change: Record<string, unknown>) => {
    const { guest: _guest, ...config } = site.config;
    const signIn = { authority, clientId, domain, ...change };
    const emulator = { endpoint: new URL(authority).origin };
    await configs.setConfig(site.host, { body: { ...config, signIn, emulator } });
  };
  await setClient({});
  const trusts: RoleRequest["trusts"] = [{ identityPoolId: site.identityPoolId, amr: "authenticated" }];
  await setRole({ trusts });
  await aws.setRole(checkoutRole, {
    trusts,
    resources: ["arn:aws:codedeploy:*:123456789012:deploymentgroup:checkout-api/*"],
  });
  await aws.setIdentityPool(site.identityPoolId, {
    allowsGuests: false,
    allowsClassicFlow: false,
    signIn: { clientId, roleName, rolesByGroup: { checkout: checkoutRole } },
  });
  await setSignIn({});
  return { clientId, roleName, domain, setClient, setRole, setSignIn };
}

/** Types a name and a password into the login page. */
export async function signInAs(page: Page, who: typeof ADA): Promise<void> {
  await page.getByLabel("Email").fill(who.username);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs Ada in with the clock stopped: lets time pass until the login page is there. */
export async function signInOn(page: Page, time: StoppedClock): Promise<void> {
  await time.runUntilVisible(page.getByLabel("Email"), 10);
  await signInAs(page, ADA);
}

/** What a tab of the app has stored of its sign-in. */
export async function storedUser(page: Page): Promise<StoredUser> {
  const stored = await page.evaluate(() =>
    Object.entries(sessionStorage).find(([key]) => key.startsWith("deploywatch.oidc.user:")),
  );
  if (!stored) throw new Error("Nobody is signed in in this tab.");
  const user: StoredUser = JSON.parse(stored[1]);
  return user;
}

interface StoredUser {
  id_token: string;
  refresh_token: string;
  profile: { iat: number; exp: number };
}

/** The names under which a tab has stored anything of a sign-in. */
export function storedNames(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("oidc")));
}

/** What the issuer says to somebody who has got hold of a refresh token. */
export async function tryRefreshToken(
  { domain, clientId }: Pick<SignInSite, "domain" | "clientId">,
  token: string,
): Promise<string> {
  const form = { grant_type: "refresh_token", client_id: clientId, refresh_token: token };
  const response = await fetch(`${domain}/oauth2/token`, { method: "POST", body: new URLSearchParams(form) });
  const { error = "granted" }: { error?: string } = await response.json();
  return error;
}

/**
 * Opens the running deployment of a page in another tab, which has a sign-in of its own: while no tab of the site is there, it goes to the
 * issuer, whose session lets it in without being asked.
 */
export async function openSignedInApart(page: Page): Promise<Page> {
  const link = page.url();
  await page.goto("about:blank");
  const other = await page.context().newPage();
  for (const tab of [other, page]) {
    await tab.goto(link);
    await expect(card(tab, "Status")).toContainText("In progress");
  }
  return other;
}
