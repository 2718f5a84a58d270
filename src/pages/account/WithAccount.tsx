import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import { SignInFaultNotice } from "../sign-in/SignInFaultNotice.tsx";
import type { SignInFault } from "../../access/sign-in/sign-in-failure.ts";
import type { Account } from "../../access/account.ts";
import { AccountProvider } from "../../access/account.ts";

interface WithAccountProps {
  value: Account;
  children: ReactNode;
}

/** Tells the pages who is there, where people sign in. Above them it says why the way to the sign-in pages was barred, whichever button led there. */
export function WithAccount({ value: account, children }: WithAccountProps) {
  const [fault, setFault] = useState<SignInFault>();
  const leading = useMemo(() => {
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
    <AccountProvider value={leading}>
      {fault && <SignInFaultNotice fault={fault} />}
      {children}
    </AccountProvider>
  );
}
