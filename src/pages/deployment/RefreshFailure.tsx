import type { LiveDeployment } from "../../queries/deployment.ts";
import { laterPart } from "../../ui/later-part.tsx";

// Its words come with the cards, which are there long before a second refresh can fail.
const RefreshNotice = laterPart(
  "Why the page is not refreshed",
  async () => (await import("./RefreshNotice.tsx")).RefreshNotice,
);

/**
 * How many failures in a row. One that mends itself at once is nobody's business: the live state says it quietly.
 * Throttling mends itself more often than anything else.
 */
const WORTH_A_NOTICE = { throttled: 3, other: 2 };

/** Says why the page is not being refreshed, above the last good answer, which stays. */
export function RefreshFailure({ live }: { live: LiveDeployment }) {
  const { error, failures } = live;
  if (!error) return null;
  const enough = WORTH_A_NOTICE[error.kind === "throttled" ? "throttled" : "other"];
  if (error.isTransient && failures < enough) return null;
  return <RefreshNotice live={live} />;
}
