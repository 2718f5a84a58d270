import { UserManager, WebStorageStateStore } from "oidc-client-ts";
import type { SiteConfig } from "./site.ts";

type SignIn = NonNullable<SiteConfig["signIn"]>;

/**
 * The ID token of whoever has signed in, by the OIDC library as its documentation shows. Where nobody has, it leads to the issuer,
 * and goes on once that has led back.
 * @param store where tokens are kept
 */
export async function idToken({ authority, clientId }: SignIn, store: Storage): Promise<string> {
  const manager = new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: `${location.origin}/signed-in`,
    scope: "openid email",
    userStore: new WebStorageStateStore({ store }),
  });
  if (location.pathname === "/signed-in") {
    const user = await manager.signinCallback();
    history.replaceState(null, "", String(user?.state));
  }
  const user = await manager.getUser();
  if (user?.id_token !== undefined) return user.id_token;
  await manager.signinRedirect({ state: location.pathname });
  return new Promise(() => {}); // The page is being left.
}
