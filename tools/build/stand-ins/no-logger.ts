import type { InitializeHandlerOptions, InitializeMiddleware, Pluggable } from "@smithy/types";

export const loggerMiddlewareOptions: InitializeHandlerOptions = {
  name: "loggerMiddleware",
  step: "initialize",
};

/** In place of what tells a client's logger of each request: the app's clients have none. */
export function loggerMiddleware(): InitializeMiddleware<object, object> {
  return (next) => next;
}

export function getLoggerPlugin(): Pluggable<object, object> {
  return { applyToStack() {} };
}
