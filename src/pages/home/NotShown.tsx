import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { formatList } from "../../format/list.ts";
import { Button } from "../../ui/Button.tsx";
import type { RegionAnswer } from "../../queries/lists/account-activity.ts";

interface NotShownProps {
  /** What is missing, as the beginning of a sentence. */
  what: string;
  answers: readonly RegionAnswer<unknown>[];
  /** Asks anew, where that may help; absent where another control does. */
  lookAgain?: () => Promise<unknown>;
}

/** In one line for each reason: in which Regions AWS gave no answer, and why. */
export function NotShown({ what, answers, lookAgain }: NotShownProps) {
  const byReason = new Map<string, { regions: string[]; isTransient: boolean }>();
  for (const { region, error } of answers) {
    if (!error) continue;
    const { regions = [] } = byReason.get(reasonOf(error)) ?? {};
    byReason.set(reasonOf(error), { regions: [...regions, region], isTransient: error.isTransient });
  }
  return [...byReason].map(([reason, { regions, isTransient }]) => (
    <p key={reason} className="text-muted">
      {what} in {formatList(regions, "and")}: {reason}
      {isTransient && lookAgain && (
        <>
          {" "}
          <Button size="small" look="bare" onClick={() => void lookAgain()}>
            Look again
          </Button>
        </>
      )}
    </p>
  ));
}

function reasonOf(error: AppError): string {
  return error.kind === "access-denied"
    ? `this role may not call ${error.action ?? "this operation"} for all of the account.`
    : `${errorWords(error).title}.`;
}
