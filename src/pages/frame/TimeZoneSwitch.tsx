import { keysOf } from "../../values/look-up.ts";
import type { TimeZone } from "../../format/date-time.ts";
import { Button } from "../../ui/Button.tsx";
import { navigate, useAddress } from "../../app/navigation.ts";

const WORDS: Readonly<Record<TimeZone, string>> = { local: "Local", utc: "UTC" };

/** Whether moments are shown in the reader's zone or in UTC; kept in the address, so that a link shows the same. */
export function TimeZoneSwitch() {
  const address = useAddress();
  return (
    <fieldset className="flex">
      <legend className="sr-only">Time zone</legend>
      {keysOf(WORDS).map((timeZone) => {
        const isChosen = address.view.timeZone === timeZone;
        return (
          <Button
            key={timeZone}
            size="small"
            look="bare"
            aria-pressed={isChosen}
            className={isChosen ? "border-edge!" : "text-muted"}
            onClick={() => navigate({ ...address, view: { ...address.view, timeZone } }, "replace")}
          >
            {WORDS[timeZone]}
          </Button>
        );
      })}
    </fieldset>
  );
}
