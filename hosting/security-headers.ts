/** How a page is asked for. */
export type Scheme = "http" | "https";

/**
 * What the policy has besides where a page is served over https. Over http, a browser would ask for every file of the page over
 * https, and the page would stay blank; Safari does so for localhost, too.
 */
export const HTTPS_ONLY = "upgrade-insecure-requests";

/**
 * The content security policy that the app is served with: its own files and nothing else, no inline code, no
 * string that becomes code.
 *
 * @param connectSources the origins that the app may send requests to, besides its own
 * @param scheme how the page is served
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
export function contentSecurityPolicy(connectSources: readonly string[], scheme: Scheme): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    ["connect-src 'self'", ...connectSources].join(" "),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(scheme === "https" ? [HTTPS_ONLY] : []),
  ].join("; ");
}

/**
 * What every answer of the app's host carries, by header name.
 *
 * @param connectSources the origins that the app may send requests to, besides its own
 * @param scheme how the page is served
 */
export function securityHeaders(
  connectSources: readonly string[],
  scheme: Scheme,
): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(connectSources, scheme),
    ...(scheme === "https" && { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }),
    ...UNCONDITIONAL_HEADERS,
  };
}

/** The security headers that are always the same. */
const UNCONDITIONAL_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), screen-wake-lock=(self), clipboard-write=(self)",
} as const satisfies Readonly<Record<string, string>>;
