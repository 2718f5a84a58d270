/** In place of the SDK's STS client, which it loads where `fromWebToken` is given no role assumer: the app gives one. */
export function getDefaultRoleAssumerWithWebIdentity(): never {
  throw new Error("This build has no STS client.");
}

/** Called with `new`, it throws. */
export function STSClient(): never {
  return getDefaultRoleAssumerWithWebIdentity();
}

/** Called with `new`, it throws. */
export function AssumeRoleCommand(): never {
  return getDefaultRoleAssumerWithWebIdentity();
}
