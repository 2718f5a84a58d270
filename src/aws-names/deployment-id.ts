const DEPLOYMENT_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/**
 * Whether `text` can be a deployment id: 1 to 100 letters, digits, `-` or `_`. Bounded, not forced into `d-`
 * and nine characters: AWS states no pattern, and AWS has the last word.
 */
export function isDeploymentId(text: string): boolean {
  return DEPLOYMENT_ID.test(text);
}
