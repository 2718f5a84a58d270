/** How long the issuer may take for an answer, body included, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 6_000;
