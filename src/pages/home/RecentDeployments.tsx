import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { forgetAllDeployments, useRecentDeployments } from "./recent-deployments.ts";
import { focusMain } from "./focus-neighbour.ts";
import { RecentRow } from "./RecentRow.tsx";

/** The deployments seen last in this browser; nothing before the first one. */
export function RecentDeployments() {
  const recent = useRecentDeployments();
  if (recent.length === 0) return null;
  return (
    <Card
      title="Recent deployments"
      aside={
        <Button size="small" look="bare" onClick={forgetAll}>
          Forget all
        </Button>
      }
    >
      <ul className="-mx-4 -my-3 divide-y divide-line">
        {recent.map((entry) => (
          <RecentRow key={`${entry.region}/${entry.deploymentId}`} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

function forgetAll() {
  focusMain();
  forgetAllDeployments();
}
