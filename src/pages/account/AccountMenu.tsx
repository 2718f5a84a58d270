import { CircleUser, Globe } from "lucide-react";
import { useId, useState } from "react";
import type { Account } from "../../access/account.ts";
import { accountName, useAccount } from "../../access/account.ts";
import { Button } from "../../ui/Button.tsx";
import { laterPart } from "../../ui/later-part.tsx";

const AccountDetails = laterPart(
  "Your account and role",
  async () => (await import("./AccountDetails.tsx")).AccountDetails,
);

interface AccountMenuProps {
  /** Whether the header has room for words. */
  hasRoom: boolean;
}

/** Who is there, in the page's header; with which account and role, when it is opened. Nothing where nobody is. */
export function AccountMenu({ hasRoom }: AccountMenuProps) {
  const account = useAccount();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const name = accountName(account);
  if (name === undefined) return <SignInButton {...account} />;
  const Icon = account.visitor.kind === "guest" ? Globe : CircleUser;
  return (
    <>
      <Button size="small" look="bare" popoverTarget={id} title={name} className="min-w-7 max-w-56">
        <Icon aria-hidden size={16} className="shrink-0" />
        <bdi className={hasRoom ? "truncate" : "sr-only"}>{name}</bdi>
      </Button>
      <section
        id={id}
        popover="auto"
        aria-label="Your access"
        onToggle={({ newState }) => setOpen(newState === "open")}
        className="fixed inset-auto top-14 right-4 w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-edge bg-page p-4 text-sm text-ink shadow-lg"
      >
        {isOpen && <AccountDetails {...account} />}
      </section>
    </>
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
    <footer className="mx-auto max-w-6xl px-4 pb-6 text-xs text-muted">
      {account.visitor.kind === "guest" ? (
        <p>{name}: everybody who can open this page sees what its role may read.</p>
      ) : (
        <p>
          Signed in as <bdi>{name}</bdi>
        </p>
      )}
    </footer>
  );
}
