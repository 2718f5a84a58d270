import { Notice } from "../../ui/Notice.tsx";
import type { SignInFault } from "../../access/sign-in/sign-in-failure.ts";
import { SIGN_IN_FAULT_WORDS } from "./sign-in-fault-words.ts";

/** Why nobody can be led to the sign-in pages, above what is on the screen, which stays. */
export function SignInFaultNotice({ fault }: { fault: SignInFault }) {
  const { title, meaning, steps } = SIGN_IN_FAULT_WORDS[fault.kind];
  return (
    <div role="alert" className="mx-auto max-w-6xl px-4 pt-3">
      <Notice tone="fail" title={title}>
        <p>
          {meaning} {steps[0]}
        </p>
      </Notice>
    </div>
  );
}
