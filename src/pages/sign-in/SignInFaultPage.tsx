import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorReport } from "../faults/ErrorReport.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import type { SignInFault } from "../../access/sign-in/sign-in-failure.ts";
import { SIGN_IN_FAULT_WORDS } from "./sign-in-fault-words.ts";

interface SignInFaultPageProps {
  fault: SignInFault;
  signIn: () => void;
}

/** In place of what somebody came for, when they could not be signed in: why, and the way forward. */
export function SignInFaultPage({ fault, signIn }: SignInFaultPageProps) {
  const words = SIGN_IN_FAULT_WORDS[fault.kind];
  useTabStatus(pageTitle(words.title));
  return (
    <PageFrame>
      <ErrorReport
        words={words}
        heading="h1"
        actions={
          <>
            <Button look="primary" onClick={signIn}>
              Sign in again
            </Button>
            <HomeLink />
          </>
        }
      >
        {"detail" in fault && (
          <p>
            Reason: <AwsText text={fault.detail} cap={300} />
          </p>
        )}
      </ErrorReport>
    </PageFrame>
  );
}
