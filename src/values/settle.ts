/**
 * `work`, or the signal's reason as soon as it aborts. The SDK cannot promise this: its time-out leaves out the
 * response body, and its abort signal leaves out credentials, so either could hang for ever.
 */
export function settle<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
