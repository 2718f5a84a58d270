import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { errorWords } from "../../errors/error-words.ts";
import { isFinished } from "../../codedeploy/deployment/status.ts";
import { formatRelative } from "../../format/relative-time.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { useNow } from "../../ui/use-now.ts";

/** Longer than any interval that is not forced by a fault. */
const OLD_MS = 45_000;

/** How old the data are; large and marked when they are older than they should be, with the reason where it is known. */
export function DataAge({ live }: { live: LiveDeployment }) {
  const nowMs = useNow();
  const { updatedAtMs } = live.timing();
  if (updatedAtMs === undefined) return null;
  const isFinal = isFinished(live.answer?.deployment.status) && !live.error;
  const isOld = !isFinal && nowMs - updatedAtMs > OLD_MS;
  const reason = live.error ? errorWords(live.error).title : undefined;
  return (
    <p className={clsx(isOld ? "flex items-center gap-[0.4em] font-semibold text-fail" : "text-muted")}>
      {isOld && <TriangleAlert aria-hidden />}
      {isOld && "Old data: "}
      {isFinal ? "final, " : ""}updated {formatRelative(updatedAtMs, nowMs)}
      {reason !== undefined && ` · ${reason}`}
    </p>
  );
}
