import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { isAppRoute } from "./app-routes.ts";
import { keepForEver, routeToApp } from "./cloudfront-functions.ts";

/** What a function makes of an event, run as CloudFront runs it: a script with a `handler` and nothing around it. */
function run(code: string, event: object): unknown {
  const result: unknown = runInContext(`${code}; JSON.stringify(handler(event))`, createContext({ event }));
  return JSON.parse(String(result));
}

test.each([
  ["/", "/index.html"],
  ["/us-east-1/d-74D35AS7C", "/index.html"],
  ["/signed-in", "/index.html"],
  ["/us-east-1/d.with.dots", "/index.html"],
  ["/assets/index-abc.js", "/assets/index-abc.js"],
  ["/us-east-1/d-A,d-B", "/index.html"],
  ["/foo/gone.js", "/foo/gone.js"],
  ["/config.json", "/config.json"],
  ["/deployments", "/deployments"],
])("a request for %s is answered with %s", (uri, answeredWith) => {
  const request = { method: "GET", uri, querystring: { tz: { value: "utc" } } };
  expect(run(routeToApp, { request })).toEqual({ ...request, uri: answeredWith });
  expect(isAppRoute(uri)).toBe(answeredWith === "/index.html");
});

test("an asset may be kept for ever, with its other headers as they were", () => {
  const response = { statusCode: 200, headers: { etag: { value: '"x"' } } };
  expect(run(keepForEver, { response })).toEqual({
    statusCode: 200,
    headers: { etag: { value: '"x"' }, "cache-control": { value: "public, max-age=31536000, immutable" } },
  });
});
