import type { Scenario } from "./scenario.ts";

/** How long it takes until nothing changes any more, in a scenario and in its partners. */
export function fullLengthMs(scenario: Scenario): number {
  const partners = Object.values(scenario.partners);
  return Math.max(
    scenario.lengthMs,
    ...partners.map((partner) => partner.startsAtMs + fullLengthMs(partner.scenario)),
  );
}
