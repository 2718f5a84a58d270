// In place of what react-query does where a query suspends its component or throws its error to a boundary: no query of the app
// does either (`stand-ins.test.ts` looks for the options).

/** Of a query whose errors stay in its result. */
export function ensurePreventErrorBoundaryRetry(): void {}

/** Of a query whose errors stay in its result. */
export function useClearResetErrorBoundary(): void {}

/** Whether an error is to be thrown. */
export function getHasError(): false {
  return false;
}

/** Of a query that does not suspend. */
export function ensureSuspenseTimers(): void {}

/** Of a query that does not suspend. */
export function shouldSuspend(): false {
  return false;
}

/** What decides whether a query that suspends throws its error. */
export const defaultThrowOnError = undefined;

/** Of a query that suspends. */
export function fetchOptimistic(): never {
  throw new Error("This build has no queries that suspend.");
}
