const blocked = new Set<string>();

// A request that the page's own security policy stopped fails as if the network were down. Only this event
// tells the two apart.
globalThis.document?.addEventListener("securitypolicyviolation", (event) => {
  if (URL.canParse(event.blockedURI)) blocked.add(new URL(event.blockedURI).origin);
});

/** The first of these origins to which the content security policy has stopped a request since the page was loaded. */
export function blockedOne(origins: readonly string[]): string | undefined {
  return origins.find((origin) => blocked.has(origin));
}
