import type { Request } from "@playwright/test";

/** Operations that are told by their path. */
const REST: readonly (readonly [path: RegExp, operation: string])[] = [
  [/^\/2015-03-31\/functions\/[^/]+\/configuration$/, "GetFunctionConfiguration"],
];

/** What AWS is asked for by a request of a page; `undefined` for any other request, and for preflights. */
export function operationOf(request: Request): string | undefined {
  if (request.method() === "GET")
    return REST.find(([path]) => path.test(new URL(request.url()).pathname))?.[1];
  if (request.method() !== "POST") return undefined;
  const target = request.headers()["x-amz-target"]?.split(".")[1];
  return target ?? new URLSearchParams(request.postData() ?? "").get("Action") ?? undefined;
}
