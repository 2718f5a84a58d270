import { navigate } from "../../app/navigation.ts";
import type { Address } from "../../app/address.ts";
import { Choice } from "../../ui/Choice.tsx";

const ALL = "all";

const STATUSES = {
  [ALL]: "Any status",
  running: "Not over",
  succeeded: "Succeeded",
  failed: "Failed",
  stopped: "Stopped",
};

const TIMES = { [ALL]: "Any time", "24h": "24 hours", "7d": "7 days", "30d": "30 days" };

/** Which of the group's deployments are listed; kept in the address, so that a link shows the same. */
export function GroupFilters({ address }: { address: Extract<Address, { page: "group" }> }) {
  const { filter = {}, ...place } = address;
  const choose = (changed: { status?: string; since?: string }) => {
    const wanted = Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== ALL);
    navigate({ ...place, ...(wanted.length > 0 && { filter: Object.fromEntries(wanted) }) }, "replace");
  };
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Choice
        name="Status"
        words={STATUSES}
        chosen={known(STATUSES, filter.status)}
        choose={(status) => choose({ status })}
        isNameHidden
      />
      <Choice
        name="Created in the last"
        words={TIMES}
        chosen={known(TIMES, filter.since)}
        choose={(since) => choose({ since })}
        isNameHidden
      />
    </div>
  );
}

/** What an address names, if there is such a filter. */
function known<Name extends string>(words: Readonly<Record<Name, string>>, name: string | undefined) {
  const found = Object.keys(words).find((each): each is Name => each === name);
  return found ?? ALL;
}
