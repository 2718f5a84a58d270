import { useAccount } from "../../access/account.ts";
import type { RegionAnswer } from "../../queries/lists/account-activity.ts";
import { useAccountActivity } from "../../queries/lists/account-activity.ts";
import { useAccountApplications } from "../../queries/lists/account-applications.ts";
import { Skeleton } from "../../ui/Card.tsx";
import { ActivityCards } from "./ActivityCards.tsx";
import { ApplicationsCard } from "./ApplicationsCard.tsx";

/**
 * What runs and failed in the account, and its applications, as far as the role may list them; nothing where nobody has signed in. Each
 * part waits for those above it, so that none moves another.
 */
export function AccountLists({ regions }: { regions: readonly string[] }) {
  const { visitor } = useAccount();
  return visitor.kind === "nobody" ? null : <AskedLists regions={regions} />;
}

function AskedLists({ regions }: { regions: readonly string[] }) {
  const activity = useAccountActivity(regions);
  const applications = useAccountApplications(regions);
  if (!activity.answers.every(isSettled)) return <Pending />;
  return (
    <>
      <ActivityCards {...activity} />
      {applications.answers.every(isSettled) ? <ApplicationsCard {...applications} /> : <Pending />}
    </>
  );
}

function isSettled({ answer, error }: RegionAnswer<unknown>): boolean {
  return answer !== undefined || error !== undefined;
}

function Pending() {
  return <Skeleton className="h-20" />;
}
