import type { Request } from "@playwright/test";

/** What AWS is asked for by a request of a page; `undefined` for any other request, and for preflights. */
export function operationOf(request: Request): string | undefined {
  if (request.method() !== "POST") return undefined;
  const target = request.headers()["x-amz-target"]?.split(".")[1];
  return target ?? new URLSearchParams(request.postData() ?? "").get("Action") ?? undefined;
}
