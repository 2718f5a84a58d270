/** What the contestants take of a config.json, the same that Deploywatch reads. */
export interface SiteConfig {
  readonly identityPoolId: string;
  readonly guest?: { readonly roleArn: string };
  readonly signIn?: { readonly authority: string; readonly clientId: string };
  readonly emulator: { readonly endpoint: string };
}

/** The site's configuration. */
export async function fetchConfig(): Promise<SiteConfig> {
  return (await fetch("/config.json")).json();
}

/** The Region and the id of the address. */
export function addressed(): { region: string; deploymentId: string } {
  const [region = "", deploymentId = ""] = location.pathname.split("/").filter(Boolean);
  return { region, deploymentId };
}
