import type { AppError } from "../../errors/app-error.ts";
import { isSignInEnded } from "../../errors/error-words.ts";
import { Button } from "../../ui/Button.tsx";
import { useAccount } from "../../access/account.ts";

/** The way back in, once a sign-in has ended; nothing after any other failure, and where nobody signs in. */
export function SignInAgain({ error }: { error: AppError | undefined }) {
  const { signIn } = useAccount();
  if (!error || !signIn || !isSignInEnded(error)) return null;
  return (
    <Button look="primary" className="self-start" onClick={() => void signIn()}>
      Sign in again
    </Button>
  );
}
