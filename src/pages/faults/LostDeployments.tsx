import { formatCountOf } from "../../format/counts.ts";
import { Notice } from "../../ui/Notice.tsx";

/** Above a list with deployments that ran when it was read, and of which AWS says nothing any more. */
export function LostDeployments({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="neutral"
      title={`AWS no longer describes ${formatCountOf(count, "deployment")} of this list`}
    >
      <p>What is shown of it is what AWS said last. It goes when its group or application is deleted.</p>
    </Notice>
  );
}
