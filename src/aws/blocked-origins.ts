const blocked = new Set<string>();

// A request that the page's own security policy stopped fails as if the network were down. Only this event
// tells the two apart.
globalThis.document?.addEventListener("securitypolicyviolation", (event) => {
  if (URL.canParse(event.blockedURI)) blocked.add(new URL(event.blockedURI).origin);
});

/** Whether the content security policy has stopped a request to this origin since the page was loaded. */
export function isBlocked(origin: string): boolean {
  return blocked.has(origin);
}
