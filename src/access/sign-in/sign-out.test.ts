import { expect, test } from "vitest";
import { signOutUrl } from "./sign-out.ts";

const issuer = { authorization: "https://a.example/x", token: "https://a.example/y" };
const leaving = { clientId: "client", idToken: "id.token", home: "https://deploys.example.com/" };

test("Cognito is left by its own parameters", () => {
  expect(signOutUrl({ ...issuer, cognitoLogout: "https://acme.example/logout" }, leaving)).toBe(
    "https://acme.example/logout?client_id=client&logout_uri=https%3A%2F%2Fdeploys.example.com%2F",
  );
});

test("another issuer is left by OpenID's, with the ID token when there is one", () => {
  const endSession = "https://a.example/bye";
  const back = "client_id=client&post_logout_redirect_uri=https%3A%2F%2Fdeploys.example.com%2F";
  expect(signOutUrl({ ...issuer, endSession }, leaving)).toBe(`${endSession}?${back}&id_token_hint=id.token`);
  expect(signOutUrl({ ...issuer, endSession }, { ...leaving, idToken: undefined })).toBe(
    `${endSession}?${back}`,
  );
});

test("an issuer without either is left by going home", () => {
  expect(signOutUrl(issuer, leaving)).toBe(leaving.home);
});
