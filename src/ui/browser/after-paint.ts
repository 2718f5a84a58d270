/**
 * Runs something once the browser has painted what has just been rendered, or has nothing to paint; where a browser has no
 * priorities, a task later.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Scheduler/postTask
 */
export function afterPaint(run: () => void): void {
  if ("scheduler" in globalThis) void scheduler.postTask(run, { priority: "background" });
  else setTimeout(run);
}
