import { createServer } from "node:http";
import { expect, test } from "vitest";
import { listen } from "../../emulator/http/listen.ts";
import { checkSignIn } from "./check-sign-in.ts";
import { report } from "./finding.ts";

test.each([
  ["to a page of errors", "/error?error=redirect_mismatch", "redirect_mismatch"],
  ["to a bare page of errors", "/error", "/error"],
  [
    "back with a refusal",
    "https://deploys.example.com/signed-in?error=unauthorized_client",
    "unauthorized_client",
  ],
])("an issuer that leads %s lets no sign-in begin and nobody sign out", async (_, location, reason) => {
  const server = await listen(
    createServer((request, response) => {
      const isFirst = !request.url?.startsWith("/error");
      response.writeHead(isFirst ? 302 : 200, isFirst ? { location } : {}).end();
    }),
  );
  const signIn = { authority: server.url, clientId: "client", domain: server.url };
  const text = report([{ title: "", findings: await checkSignIn(signIn, "https://deploys.example.com/") }]);
  await server.close();
  expect(text).toContain(`✗ a sign-in cannot begin: ${reason}`);
  expect(text).toContain(`✗ signing out fails: ${reason}`);
});

test("managed login without a style is told from a sign-in that can begin", async () => {
  const server = await listen(
    createServer((_, response) => {
      response.end("Login pages unavailable. Please contact an administrator.");
    }),
  );
  const signIn = { authority: server.url, clientId: "client", domain: server.url };
  const text = report([{ title: "", findings: await checkSignIn(signIn, "https://deploys.example.com/") }]);
  await server.close();
  expect(text).toContain("✗ a sign-in cannot begin: Login pages unavailable");
  expect(text).toContain("✗ signing out fails: Login pages unavailable");
});

test("signing out that leads elsewhere is found out", async () => {
  const server = await listen(
    createServer((request, response) => {
      response
        .writeHead(request.url?.startsWith("/logout") ? 302 : 200, { location: "https://elsewhere.example/" })
        .end();
    }),
  );
  const signIn = { authority: server.url, clientId: "client", domain: server.url };
  const text = report([{ title: "", findings: await checkSignIn(signIn, "https://deploys.example.com/") }]);
  await server.close();
  expect(text).toContain("✓ a sign-in can begin");
  expect(text).toContain("✗ signing out does not lead back to https://deploys.example.com/");
});
