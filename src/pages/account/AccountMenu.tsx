import { CircleUser, Globe } from "lucide-react";
import type { Account } from "../../access/account.ts";
import { accountName, useAccount } from "../../access/account.ts";
import { Button } from "../../ui/Button.tsx";
import { Popover } from "../../ui/dialog/Popover.tsx";
import { laterPart } from "../../ui/later-part.tsx";

const AccountDetails = laterPart(
  "Your account and role",
  async () => (await import("./AccountDetails.tsx")).AccountDetails,
);

/** Who is there, in a word or two; with which account and role, when it is opened. Nothing where nobody is. */
export function AccountMenu() {
  const account = useAccount();
  const name = accountName(account);
  if (name === undefined) return <SignInButton {...account} />;
  const Icon = account.visitor.kind === "guest" ? Globe : CircleUser;
  return (
    <Popover
      name="Your access"
      button={{
        size: "small",
        title: name,
        className: "pointer-fine:min-w-7 max-w-56",
        children: (
          <>
            <Icon aria-hidden size={16} className="shrink-0" />
            <bdi className="truncate max-sm:sr-only">{name}</bdi>
          </>
        ),
      }}
      className="w-80 max-w-[calc(100vw-2rem)]"
    >
      <AccountDetails {...account} />
    </Popover>
  );
}

function SignInButton({ signIn }: Account) {
  if (!signIn) return null;
  return (
    <Button size="small" onClick={() => void signIn()}>
      Sign in
    </Button>
  );
}

/** Whose eyes the page is for, at its end, where there is room for words on every screen. */
export function AccountFooter() {
  const account = useAccount();
  const name = accountName(account);
  if (name === undefined) return null;
  return (
    <footer className="mx-auto max-w-480 px-4 pb-6 lg:px-6 text-xs text-muted">
      {account.visitor.kind === "guest" ? (
        <p>{name}: everybody who can open this page sees what its role may read.</p>
      ) : (
        <p>
          {account.visitor.kind === "user" && "Signed in as "}
          <bdi>{name}</bdi>
        </p>
      )}
    </footer>
  );
}
