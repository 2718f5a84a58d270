import { ErrorResponse } from "oidc-client-ts";
import { expect, test } from "vitest";
import { faultFrom } from "./sign-in-fault-from.ts";

const response = (error: string, description?: string) =>
  new ErrorResponse({ error, error_description: description ?? null });

test.each([
  [response("access_denied", "User cancelled."), { kind: "cancelled" }],
  [response("invalid_grant"), { kind: "expired-code" }],
  [response("invalid_scope", "No such scope."), { kind: "refused", detail: "No such scope." }],
  [response("server_error"), { kind: "refused", detail: "server_error" }],
  [new Error("No matching state found in storage"), { kind: "unknown-return" }],
  [new Error("No state in response"), { kind: "unknown-return" }],
  [new TypeError("Failed to fetch"), { kind: "unreachable", detail: "Failed to fetch" }],
  ["what", { kind: "unreachable", detail: "what" }],
])("%s", (error, fault) => {
  expect(faultFrom(error)).toEqual(fault);
});
