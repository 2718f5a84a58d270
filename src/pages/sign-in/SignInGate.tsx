import { useEffect, useState } from "react";
import type { Account } from "../../access/account.ts";
import { useAccount } from "../../access/account.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { Button } from "../../ui/Button.tsx";
import { storedItem } from "../../ui/storage.ts";
import { HomeLink } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";

/**
 * In place of what nobody may see without signing in: leads to the sign-in pages and back to this very address. By
 * itself once; when somebody is back at once and still not signed in, only when they ask for it.
 */
export function SignInGate() {
  const { signIn } = useAccount();
  return signIn ? <Gate signIn={signIn} /> : null;
}

function Gate({ signIn }: Required<Pick<Account, "signIn">>) {
  const [isLeaving, setLeaving] = useState(mayLeadAway);
  useTabStatus(pageTitle("Sign in"));
  useEffect(() => {
    if (!isLeaving) return;
    LED_AWAY_AT_MS.write(Date.now());
    void signIn().then((fault) => setLeaving(fault === undefined));
  }, [isLeaving, signIn]);
  return (
    <PageFrame>
      <div className="mx-auto max-w-2xl space-y-4 py-4 sm:py-10">
        <h1 className="text-xl font-semibold">Sign in to see this deployment</h1>
        <output className="block">
          {isLeaving
            ? "You are being led to the sign-in page, and back here afterwards."
            : "You will be back at this address afterwards."}
        </output>
        {!isLeaving && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button look="primary" onClick={() => setLeaving(true)}>
              Sign in
            </Button>
            <HomeLink />
          </div>
        )}
      </div>
    </PageFrame>
  );
}

/** When this tab last led somebody to the sign-in pages, in epoch milliseconds. */
const LED_AWAY_AT_MS = storedItem({ key: "ledToSignIn", area: "sessionStorage", fallback: 0, parse: Number });

/** Whoever is back sooner and still not signed in would be led away for ever. */
const AGAIN_MS = 20_000;

/** Whether the page may lead somebody to the sign-in pages without being asked to. */
function mayLeadAway(): boolean {
  return Date.now() - LED_AWAY_AT_MS.read() >= AGAIN_MS;
}
