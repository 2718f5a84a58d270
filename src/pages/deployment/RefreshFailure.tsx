import { useState } from "react";
import { useAccount } from "../../access/account.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { errorWords } from "../../errors/error-words.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/**
 * How many failures in a row. One that mends itself at once is nobody's business: the live state says it quietly.
 * Throttling mends itself more often than anything else.
 */
const WORTH_A_NOTICE = { throttled: 3, other: 2 };

/** Says why the page is not being refreshed, above the last good answer, which stays. */
export function RefreshFailure({ live }: { live: LiveDeployment }) {
  const { error, failures } = live;
  const { signIn } = useAccount();
  if (!error) return null;
  const enough = WORTH_A_NOTICE[error.kind === "throttled" ? "throttled" : "other"];
  if (error.isTransient && failures < enough) return null;
  const { title, meaning, steps } = errorWords(error);
  const isTrying = live.nextTryAtMs !== undefined || live.isPaused;
  return (
    <Notice tone={isTrying ? "wait" : "fail"} title={`Not refreshed: ${title}`}>
      <p>
        {meaning} What you see is the last good answer.{" "}
        {isTrying && error.isTransient ? "The page keeps trying by itself." : steps[0]}
      </p>
      {error.kind === "signed-out" && signIn ? (
        <Button className="mt-2" onClick={() => void signIn()}>
          Sign in again
        </Button>
      ) : (
        <Button className="mt-2" onClick={() => live.refresh()}>
          Try again now
        </Button>
      )}
    </Notice>
  );
}

interface StatusAnnouncerProps {
  status: string | undefined;
  /** Which deployment, where there are several. */
  name?: string;
}

/**
 * Speaks a status to screen readers when it changes (an `output` is a polite live region); silent about the
 * first one, which the page itself says.
 */
export function StatusAnnouncer({ status, name = "Deployment" }: StatusAnnouncerProps) {
  const [spoken, setSpoken] = useState({ status, text: "" });
  if (spoken.status !== status) setSpoken({ status, text: `${name} status: ${statusFacts(status).word}` });
  return (
    <output aria-atomic className="sr-only">
      {spoken.text}
    </output>
  );
}
