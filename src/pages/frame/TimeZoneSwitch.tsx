import { navigate, useAddress } from "../../app/navigation.ts";
import type { TimeZone } from "../../format/date-time.ts";
import { Choice } from "../../ui/Choice.tsx";

const WORDS: Readonly<Record<TimeZone, string>> = { local: "Local", utc: "UTC" };

/** Whether moments are shown in the reader's zone or in UTC; kept in the address, so that a link shows the same. */
export function TimeZoneSwitch() {
  const address = useAddress();
  return (
    <Choice
      name="Time zone"
      words={WORDS}
      chosen={address.view.timeZone}
      choose={(timeZone) => navigate({ ...address, view: { ...address.view, timeZone } }, "replace")}
    />
  );
}
