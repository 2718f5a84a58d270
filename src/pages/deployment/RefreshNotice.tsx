import { useAccount } from "../../access/account.ts";
import { errorWords } from "../../errors/error-words.ts";
import type { LiveDeployment } from "../../queries/deployment.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Why the page is not being refreshed, and what to do. */
export function RefreshNotice({ live }: { live: LiveDeployment }) {
  const { error } = live;
  const { signIn } = useAccount();
  if (!error) return null;
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
