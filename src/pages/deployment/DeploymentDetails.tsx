import { WhatChangedCard } from "./changed/WhatChangedCard.tsx";
import { AlsoSentCard, RawCard } from "./raw/RawCard.tsx";
import { BlueGreenCard } from "./settings/BlueGreenCard.tsx";
import { SettingsCard } from "./settings/SettingsCard.tsx";
import { TargetsCard } from "./targets/TargetsCard.tsx";
import { TrafficCard } from "./traffic/TrafficCard.tsx";

/** The cards that the first screen does not need, in one chunk: what changed, the targets and the settings. */
export function DeploymentDetails() {
  return (
    <>
      <WhatChangedCard />
      <TrafficCard />
      <TargetsCard />
      <BlueGreenCard />
      <SettingsCard />
      <AlsoSentCard />
      <RawCard />
    </>
  );
}
