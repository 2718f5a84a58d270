import { expect, test } from "vitest";
import { preconnectLink } from "../preconnect.ts";
import { contentSecurityPolicy } from "../security-headers.ts";
import { connectSources } from "../../src/config/connect-sources.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { evaluateTemplate } from "./evaluate-template.ts";
import { MOST_REGIONS } from "./parameters.ts";
import { SITUATIONS } from "./situations.ts";

for (const [situation, parameters] of Object.entries(SITUATIONS)) {
  test(`with ${situation}, the app takes the template's config.json, and its policy is the app's`, () => {
    const { resources, outputs } = evaluateTemplate(parameters);
    const result = parseConfig(outputs["ConfigJson"] ?? "");
    if (!("config" in result)) throw new Error(JSON.stringify(result.fault));
    const policies = Object.values(resources).flatMap(({ properties }) => policyIn(properties) ?? []);
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) {
      expect(policy).toBe(contentSecurityPolicy(connectSources(result.config), "https"));
    }
  });
}

for (const [situation, parameters] of Object.entries(SITUATIONS)) {
  test(`with ${situation}, browsers connect ahead to where the app's own rule says`, () => {
    const { resources, outputs } = evaluateTemplate(parameters);
    const result = parseConfig(outputs["ConfigJson"] ?? "");
    if (!("config" in result)) throw new Error(JSON.stringify(result.fault));
    const [, link = ""] = /\{"Header":"Link"[^}]*"Value":"([^"]+)"/.exec(JSON.stringify(resources)) ?? [];
    expect(new Set(link.split(", "))).toEqual(new Set(preconnectLink(result.config).split(", ")));
  });
}

test("the policy is no longer than CloudFront takes, whatever the template's parameters let through", () => {
  const Regions = Array.from({ length: MOST_REGIONS }, (_, index) => `ap-southeast-${index % 10}`).join(",");
  const given = {
    ...SITUATIONS["another issuer with all that it offers"],
    Regions,
    OidcTokenEndpoint: `https://${"t".repeat(100)}:65535/token`,
    OidcRevocationEndpoint: `https://${"r".repeat(100)}:65535/revoke`,
  };
  const { refusals, resources } = evaluateTemplate(given, { "AWS::Region": "ap-southeast-1" });
  expect(refusals).toEqual([]);
  const policy = Object.values(resources).flatMap(({ properties }) => policyIn(properties) ?? [])[0] ?? "";
  expect(policy).toContain("r:65535");
  expect(policy.length).toBeLessThanOrEqual(1_783);
  const tooMany = { ...given, Regions: `${Regions},us-east-1` };
  expect(evaluateTemplate(tooMany).refusals).toContain("Regions");
});

/** The content security policy of a response headers policy, wherever it stands in it. */
function policyIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (name === "ContentSecurityPolicy" && typeof member === "string") return member;
    const within = policyIn(member);
    if (within !== undefined) return within;
  }
  return undefined;
}
