import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { formatList } from "../../format/counts.ts";
import type { RegionAnswer } from "../../queries/account-activity.ts";

interface NotShownProps {
  /** What is missing, as the beginning of a sentence. */
  what: string;
  answers: readonly RegionAnswer<unknown>[];
}

/** In one line for each reason: in which Regions AWS gave no answer, and why. */
export function NotShown({ what, answers }: NotShownProps) {
  const byReason = new Map<string, string[]>();
  for (const { region, error } of answers) {
    if (error) byReason.set(reasonOf(error), [...(byReason.get(reasonOf(error)) ?? []), region]);
  }
  return [...byReason].map(([reason, regions]) => (
    <p key={reason} className="text-muted">
      {what} in {formatList(regions, "and")}: {reason}
    </p>
  ));
}

function reasonOf(error: AppError): string {
  return error.kind === "access-denied"
    ? `this role may not call ${error.action ?? "this operation"} for all of the account.`
    : `${errorWords(error).title}.`;
}
