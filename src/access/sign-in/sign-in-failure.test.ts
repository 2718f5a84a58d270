import { ErrorResponse, InMemoryWebStorage, OidcClient, WebStorageStateStore } from "oidc-client-ts";
import { expect, test } from "vitest";
import { faultFrom } from "./sign-in-failure.ts";

const response = (error: string, description?: string) =>
  new ErrorResponse({ error, error_description: description ?? null });

test.each([
  [response("access_denied", "User cancelled."), { kind: "cancelled" }],
  [response("invalid_grant"), { kind: "expired-code" }],
  [response("invalid_scope", "No such scope."), { kind: "refused", detail: "No such scope." }],
  [response("server_error"), { kind: "refused", detail: "server_error" }],
  [new TypeError("Failed to fetch"), { kind: "unreachable", detail: "Failed to fetch" }],
  [
    new Error("Invalid response Content-Type: text/html, from URL: https://login.state.example/token"),
    {
      kind: "unreachable",
      detail: "Invalid response Content-Type: text/html, from URL: https://login.state.example/token",
    },
  ],
  ["what", { kind: "unreachable", detail: "what" }],
])("%s", (error, fault) => {
  expect(faultFrom(error)).toEqual(fault);
});

const MINE = { id: "s", data: "/", code_verifier: "v", authority: "https://a.example", client_id: "c" };

test.each([
  ["without a state", "?code=1", MINE],
  ["with a state that nobody knows", "?code=1&state=other", MINE],
  ["of another issuer", "?code=1&state=s", { ...MINE, authority: "https://b.example" }],
  ["of another app client", "?code=1&state=s", { ...MINE, client_id: "d" }],
])("the library's refusal of a return %s is understood", async (_what, query, state) => {
  const storage = new InMemoryWebStorage();
  storage.setItem("oidc.s", JSON.stringify(state));
  const client = new OidcClient({
    authority: "https://a.example",
    client_id: "c",
    redirect_uri: "https://app.example/signed-in",
    stateStore: new WebStorageStateStore({ prefix: "oidc.", store: storage }),
  });
  const thrown = await client
    .processSigninResponse(`https://app.example/signed-in${query}`)
    .catch((error: unknown) => error);
  expect(faultFrom(thrown)).toEqual({ kind: "unknown-return" });
});
