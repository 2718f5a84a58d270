import { ErrorResponse, ErrorTimeout } from "oidc-client-ts";
import { expect, test } from "vitest";
import { renewalFailure } from "./renewal-failure.ts";
import { SignInEnded } from "./sign-in-failure.ts";

test.each(["invalid_grant", "invalid_client", "unauthorized_client"])("%s ends the sign-in", (error) => {
  expect(renewalFailure(new ErrorResponse({ error }))).toBeInstanceOf(SignInEnded);
});

test.each([
  [new ErrorResponse({ error: "server_error" }), "TypeError"],
  [new ErrorResponse({ error: "temporarily_unavailable" }), "TypeError"],
  [new ErrorResponse({ error: "slow_down" }), "TypeError"],
  [new Error("Service Unavailable (503)"), "TypeError"],
  [new Error("Invalid response Content-Type: text/html, from URL: https://issuer.example"), "TypeError"],
  [new SyntaxError("Unexpected token '<'"), "TypeError"],
  [new TypeError("Failed to fetch"), "TypeError"],
  [new ErrorTimeout("Network timed out"), "TimeoutError"],
  [new DOMException("signal timed out", "TimeoutError"), "TimeoutError"],
  ["what", "TypeError"],
])("%s does not", (error, name) => {
  expect(renewalFailure(error)).toHaveProperty("name", name);
});
