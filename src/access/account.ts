import { createContext, useContext } from "react";
import type { CallerIdentity } from "../aws-names/caller-identity.ts";
import { visibleText } from "../format/text.ts";
import type { SignInFault } from "./sign-in/sign-in-failure.ts";

/** Who is in front of the page, as far as it knows. */
export type Visitor =
  /** Everybody who can open it is let in with this role. */
  | { kind: "guest"; roleArn: string }
  | { kind: "user"; name: string }
  /** Whoever sits at this machine, and whose its AWS credentials are; `undefined` without the link that lets in. */
  | { kind: "local"; name: string; identity: CallerIdentity | undefined }
  | { kind: "nobody" };

/** Who is there, and the ways in and out. */
export interface Account {
  visitor: Visitor;
  /**
   * Leads away to sign in, and back to the present address. Gives what kept it from that, which `WithAccount` shows.
   * Absent where nobody signs in.
   */
  signIn?: () => Promise<SignInFault | undefined>;
  /** Why the return from the sign-in pages, with which the page was opened, let nobody in. */
  fault?: SignInFault;
  /** Absent where nobody has signed in. */
  signOut?: () => Promise<void>;
  /** Asks AWS for the account and the role. */
  identify?: (signal: AbortSignal) => Promise<CallerIdentity>;
}

const AccountContext = createContext<Account | null>(null);

export const AccountProvider = AccountContext.Provider;

/** The account of the nearest provider; nobody's where there is none, as on the pages that stand in for the app. */
export function useAccount(): Account {
  return useContext(AccountContext) ?? NOBODY;
}

/** Whether the page is of this machine alone: nobody else reaches its address. */
export function useIsLocal(): boolean {
  return useAccount().visitor.kind === "local";
}

/** Who is there, in a word or two; `undefined` for nobody. */
export function accountName({ visitor }: Account): string | undefined {
  switch (visitor.kind) {
    case "guest":
      return "Public, read-only";
    case "user":
    case "local":
      return visibleText(visitor.name);
    case "nobody":
      return undefined;
  }
}

const NOBODY: Account = { visitor: { kind: "nobody" } };
