import { WhatChangedCard } from "./changed/WhatChangedCard.tsx";
import { AlsoSentCard, RawCard } from "./raw/RawCard.tsx";
import { BlueGreenCard } from "./settings/BlueGreenCard.tsx";
import { SettingsCard } from "./settings/SettingsCard.tsx";
import { TargetsCard } from "./targets/TargetsCard.tsx";
import { TrafficCard } from "./traffic/TrafficCard.tsx";

/** What moves while a deployment runs: the traffic and the targets. */
export function MovingCards() {
  return (
    <>
      <TrafficCard />
      <TargetsCard />
    </>
  );
}

/** What stays as it is: what changed, the settings and the raw answer. */
export function StandingCards() {
  return (
    <>
      <WhatChangedCard />
      <BlueGreenCard />
      <SettingsCard />
      <AlsoSentCard />
      <RawCard />
    </>
  );
}
