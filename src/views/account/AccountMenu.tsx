import { CircleUser, Globe } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { visibleText } from "../../format/visible-text.ts";
import { Button } from "../../ui/Button.tsx";
import type { Account } from "./account.ts";
import { useAccount } from "./account.ts";

const AccountDetails = lazy(async () => ({
  default: (await import("./AccountDetails.tsx")).AccountDetails,
}));

/** Who is there, in the page's header; with which account and role, when it is opened. Nothing where nobody is. */
export function AccountMenu() {
  const account = useAccount();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  if (account.visitor.kind === "nobody") return <SignInButton {...account} />;
  return (
    <>
      <Button size="small" look="bare" popoverTarget={id} className="min-w-7 max-w-48">
        <AccountLabel {...account} />
      </Button>
      <section
        id={id}
        popover="auto"
        aria-label="Your access"
        onToggle={({ newState }) => setOpen(newState === "open")}
        className="fixed inset-auto top-14 right-4 w-80 max-w-[calc(100vw-2rem)] rounded-lg border border-edge bg-page p-4 text-sm text-ink shadow-lg"
      >
        {isOpen && (
          <Suspense fallback={null}>
            <AccountDetails {...account} />
          </Suspense>
        )}
      </section>
    </>
  );
}

function AccountLabel({ visitor }: Account) {
  switch (visitor.kind) {
    case "guest":
      return (
        <>
          <Globe aria-hidden size={16} className="shrink-0" />
          <span>
            Public<span className="max-sm:sr-only">, read-only</span>
          </span>
        </>
      );
    case "user":
      return (
        <>
          <CircleUser aria-hidden size={16} className="shrink-0" />
          <bdi className="truncate max-sm:sr-only">{visibleText(visitor.name)}</bdi>
        </>
      );
    case "nobody":
      return null;
  }
}

function SignInButton({ signIn }: Account) {
  if (!signIn) return null;
  return (
    <Button size="small" onClick={() => void signIn()}>
      Sign in
    </Button>
  );
}
