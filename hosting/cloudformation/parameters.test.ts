import { expect, test } from "vitest";
import { evaluateTemplate } from "./evaluate-template.ts";
import { SITUATIONS } from "./situations.ts";

const ownPool = SITUATIONS["a user pool of its own"];
const domain = SITUATIONS["a domain name of its own"];
const existing = SITUATIONS["an existing user pool"];
const issuer = SITUATIONS["another issuer"];

test.each(Object.entries(SITUATIONS))("CloudFormation takes the parameters of %s", (_, given) => {
  expect(evaluateTemplate(given).refusals).toEqual([]);
});

test.each([
  ["a domain name without a certificate", { ...domain, CertificateArn: "" }, "go together"],
  ["a certificate without a domain name", { ...domain, DomainName: "" }, "go together"],
  ["a user pool without its app client", { ...existing, ExistingUserPoolClientId: "" }, "go together"],
  ["a user pool without its domain", { ...existing, ExistingUserPoolDomain: "" }, "go together"],
  ["an app client without its user pool", { ...existing, ExistingUserPoolId: "" }, "go together"],
  ["an issuer without a token endpoint", { ...issuer, OidcTokenEndpoint: "" }, "go together"],
  ["an issuer without an identity provider", { ...issuer, OidcProviderArn: "" }, "go together"],
  ["two ways to sign in", { ...existing, ...issuer }, "Either an existing user pool or another issuer"],
  [
    "a revocation endpoint of no issuer",
    { ...ownPool, OidcRevocationEndpoint: "https://login.example.com/revoke" },
    "need OidcProviderArn",
  ],
])("%s is refused before anything is created", (_, given, words) => {
  expect(evaluateTemplate(given).refusals).toEqual([expect.stringContaining(words)]);
});

test.each([
  ["Regions", "cn-north-1"],
  ["Regions", "us-east-1,eusc-de-east-1"],
  ["Regions", "us-gov-west-1"],
  ["Regions", "Ireland"],
  ["Regions", ""],
  ["Regions", "us-east-1,"],
  ["Regions", "us-east-1,eu-west-1,cn-north-1"],
  ["ExistingUserPoolDomain", `https://${"a".repeat(101)}`],
  ["Name", 'a "name"'],
  ["Name", "two\nlines"],
  ["Name", "a\\backslash"],
  ["DeploymentGroupArns", "shop/prod"],
  ["CertificateArn", "arn:aws:acm:eu-west-1:123456789012:certificate/1"],
  ["ExistingUserPoolDomain", "https://acme.example/"],
  ["ExistingUserPoolDomain", 'https://acme.example", "x": "'],
  ["OidcTokenEndpoint", "http://login.example.com/token"],
  ["OidcAuthorizationEndpoint", "https://login.example.com/authorize; script-src *"],
  ["OidcClientId", 'x", "y": "z'],
  ["OidcScopes", 'openid,"email"'],
])("%s is not to be %j", (name, value) => {
  expect(evaluateTemplate({ ...ownPool, [name]: value }).refusals).toContain(name);
});
