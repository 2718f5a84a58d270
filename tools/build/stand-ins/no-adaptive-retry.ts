/** In place of the SDK's adaptive retries, which a client has to be asked for. Called with `new`, it throws. */
export function AdaptiveRetryStrategy(): never {
  throw new Error("This build has no adaptive retries.");
}
