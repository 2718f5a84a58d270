import { accountName, useAccount } from "../../access/account.ts";

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
