const FROM_PREVIOUS: ReadonlySet<string> = new Set([
  "ApplicationStop",
  "BeforeBlockTraffic",
  "AfterBlockTraffic",
]);

/**
 * Whether the script of a lifecycle event on an instance comes from the revision that was deployed before, so
 * that a fix in the new one does not help.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html
 */
export function isFromPreviousRevision(eventName: string): boolean {
  return FROM_PREVIOUS.has(eventName);
}
