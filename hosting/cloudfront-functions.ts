import { APP_ROUTE } from "./app-routes.ts";

/**
 * Code of CloudFront Functions (runtime cloudfront-js-2.0), as text that goes into the template.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */

/** Viewer request: serves the app for its own routes. Everything else stays what was asked for, and a 404 if missing. */
export const routeToApp = `function handler(event) {
  var request = event.request;
  if (${APP_ROUTE}.test(request.uri)) request.uri = "/index.html";
  return request;
}
`;

/**
 * Viewer response of the assets, whose names change with their content: kept for ever. CloudFront calls it for
 * answers below 400 only, so that a 404 is never kept.
 */
export const keepForEver = `function handler(event) {
  event.response.headers["cache-control"] = { value: "public, max-age=31536000, immutable" };
  return event.response;
}
`;
