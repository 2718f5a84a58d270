import type { ReactNode } from "react";
import { lazy, Suspense, useMemo, useState } from "react";
import type { SignInFault } from "../sign-in/sign-in-fault-words.ts";
import type { Account } from "./account.ts";
import { AccountProvider } from "./account.ts";

const SignInFaultNotice = lazy(async () => ({
  default: (await import("../sign-in/SignInFaultNotice.tsx")).SignInFaultNotice,
}));

interface WithAccountProps {
  account: Account;
  children: ReactNode;
}

/** Tells the pages who is there. Above them it says why the way to the sign-in pages was barred, whichever button led there. */
export function WithAccount({ account, children }: WithAccountProps) {
  const [fault, setFault] = useState<SignInFault>();
  const value = useMemo(() => {
    const { signIn, ...rest } = account;
    if (!signIn) return account;
    const leave = async () => {
      const barredBy = await signIn();
      setFault(barredBy);
      return barredBy;
    };
    return { ...rest, signIn: leave };
  }, [account]);
  return (
    <AccountProvider value={value}>
      {fault && (
        <Suspense fallback={null}>
          <SignInFaultNotice fault={fault} />
        </Suspense>
      )}
      {children}
    </AccountProvider>
  );
}
