import type { Page } from "@playwright/test";
import type { AppClientRequest } from "../emulator/control/sign-in-routes.ts";
import type { RoleRequest } from "../emulator/control/access-routes.ts";
import { test as base } from "./fixtures.ts";

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

export const test = base.extend<{ signInSite: SignInSite }>({
  signInSite: async ({ emulator, site }, use) => {
    const clientId = `client-${site.host.slice(0, 15)}`;
    const roleName = `Reader-${site.host.slice(0, 15)}`;
    const checkoutRole = `Checkout-${site.host.slice(0, 15)}`;
    const { authority, domain } = await emulator.signIn();
    const setClient = (client: AppClientRequest) =>
      emulator.setAppClient(clientId, {
        callbackUrls: [`${site.origin}/signed-in`],
        logoutUrls: [`${site.origin}/`],
        ...client,
      });
    const setRole = async (permissions: RoleRequest) => {
      await emulator.setRole(roleName, permissions);
    };
    const setSignIn = async (change: Record<string, unknown>) => {
      const { guest: _guest, ...config } = site.config;
      const signIn = { authority, clientId, domain, ...change };
      await emulator.setConfig(site.host, { body: { ...config, signIn } });
    };
    await setClient({});
    await setRole({});
    await emulator.setRole(checkoutRole, {
      resources: ["arn:aws:codedeploy:*:123456789012:deploymentgroup:checkout-api/*"],
    });
    await emulator.setIdentityPool(site.identityPoolId, {
      allowsGuests: false,
      allowsClassicFlow: false,
      signIn: { clientId, roleName, rolesByGroup: { checkout: checkoutRole } },
    });
    await setSignIn({});
    await use({ clientId, roleName, domain, setClient, setRole, setSignIn });
  },
});

/** Types a name and a password into the login page. */
export async function signInAs(page: Page, who: typeof ADA): Promise<void> {
  await page.getByLabel("Email").fill(who.username);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
