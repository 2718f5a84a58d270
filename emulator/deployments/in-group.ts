import type { Facts, Partner, Scenario, Setting } from "../timeline/scenario.ts";

/** Names for a deployment's application and its group, in the place of its own. */
export interface GroupNames {
  readonly applicationName?: string;
  readonly deploymentGroupName?: string;
}

/** The same scenario in another group, with whatever follows from it. */
export function inGroup(scenario: Scenario, names: GroupNames): Scenario {
  const { play: made, partners } = scenario;
  return {
    ...scenario,
    ...(made && {
      play: {
        ...made,
        facts: (setting: Setting): Facts => ({
          ...(typeof made.facts === "function" ? made.facts(setting) : made.facts),
          ...names,
        }),
        partners: partnersInGroup(made.partners ?? {}, names),
      },
    }),
    partners: partnersInGroup(partners, names),
    at(atMs, setting) {
      const snapshot = scenario.at(atMs, setting);
      return { ...snapshot, info: { ...snapshot.info, ...names } };
    },
  };
}

function partnersInGroup(partners: Readonly<Record<string, Partner>>, names: GroupNames) {
  const renamed = Object.entries(partners).map(([part, partner]): [string, Partner] => [
    part,
    { ...partner, scenario: inGroup(partner.scenario, names) },
  ]);
  return Object.fromEntries(renamed);
}
