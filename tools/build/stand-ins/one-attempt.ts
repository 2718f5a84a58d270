import { HttpRequest } from "@smithy/core/protocols";
import { v4 } from "@smithy/core/serde";
import type {
  AbsoluteLocation,
  FinalizeRequestHandlerOptions,
  FinalizeRequestMiddleware,
  MetadataBearer,
  Pluggable,
} from "@smithy/types";

/** In place of the SDK's standard retries: what says to AWS, in the user agent, that there are none but these. */
export class StandardRetryStrategy {
  readonly mode = "standard";
}

export const retryMiddlewareOptions: FinalizeRequestHandlerOptions & AbsoluteLocation = {
  name: "retryMiddleware",
  tags: ["RETRY"],
  step: "finalizeRequest",
  priority: "high",
  override: true,
};

/**
 * In place of the SDK's loop of attempts, which every client is told to go through once: one attempt, with the headers of one.
 * The app has a retry policy of its own.
 */
export function bindRetryMiddleware() {
  return ({
    maxAttempts,
  }: {
    maxAttempts: () => Promise<number>;
  }): FinalizeRequestMiddleware<object, MetadataBearer> =>
    (next, context) =>
    async (args) => {
      const max = await maxAttempts();
      if (max !== 1) throw new Error(`This build makes one attempt, and not ${max}.`);
      const { request } = args;
      if (HttpRequest.isInstance(request)) {
        request.headers["amz-sdk-invocation-id"] = v4();
        request.headers["amz-sdk-request"] = "attempt=1; max=1";
      }
      const count = { attempts: 1, totalRetryDelay: 0 };
      try {
        const result = await next(args);
        Object.assign(result.output.$metadata, count);
        return result;
      } catch (thrown) {
        if (context["__smithy_context"]?.["abortSignal"]?.aborted)
          throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
        const error = thrown instanceof Error ? thrown : Object.assign(new Error(String(thrown)), thrown);
        const metadata = "$metadata" in error && typeof error.$metadata === "object" ? error.$metadata : {};
        throw Object.assign(error, { $metadata: Object.assign(metadata ?? {}, count) });
      }
    };
}

export function bindGetRetryPlugin() {
  const middleware = bindRetryMiddleware();
  return (options: { maxAttempts: () => Promise<number> }): Pluggable<object, MetadataBearer> => ({
    applyToStack(stack) {
      stack.add(middleware(options), retryMiddlewareOptions);
    },
  });
}
