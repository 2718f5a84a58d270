import type { ReactNode } from "react";
import { useEffect, useMemo, useState } from "react";
import type { SignInFault } from "../../access/sign-in/sign-in-failure.ts";
import type { Account } from "../../access/account.ts";
import { AccountProvider } from "../../access/account.ts";
import { laterPart } from "../../ui/later-part.tsx";

const SignInFaultNotice = laterPart(
  "What keeps you from signing in",
  async () => (await import("../sign-in/SignInFaultNotice.tsx")).SignInFaultNotice,
);

interface WithAccountProps {
  value: Account;
  children: ReactNode;
}

/** Tells the pages who is there. Above them it says why the way to the sign-in pages was barred, whichever button led there. */
export function WithAccount({ value: account, children }: WithAccountProps) {
  const [fault, setFault] = useState<SignInFault>();
  const { signIn } = account;
  const leading = useMemo(() => {
    if (!signIn) return account;
    const leave = async () => {
      const barredBy = await signIn();
      setFault(barredBy);
      return barredBy;
    };
    return { ...account, signIn: leave };
  }, [account, signIn]);
  useEffect(() => {
    // Once the network is gone, it could not come.
    if (signIn) void SignInFaultNotice.loaded();
  }, [signIn]);
  return (
    <AccountProvider value={leading}>
      {fault && <SignInFaultNotice fault={fault} />}
      {children}
    </AccountProvider>
  );
}
