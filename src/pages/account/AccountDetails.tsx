import { useState } from "react";
import type { CallerIdentity } from "../../aws-names/caller-identity.ts";
import { roleIdentity } from "../../aws-names/role-identity.ts";
import { errorWords } from "../../errors/error-words.ts";
import { useCallerIdentity } from "../../queries/caller-identity.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Code } from "../../ui/Code.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import type { Account } from "../../access/account.ts";

/** With which AWS account and role the page reads, and the way out. */
export function AccountDetails({ visitor, identify, signOut }: Account) {
  return (
    <div className="space-y-3">
      {visitor.kind === "user" && (
        <p>
          Signed in as{" "}
          <strong>
            <AwsText text={visitor.name} cap={100} />
          </strong>
        </p>
      )}
      {visitor.kind === "guest" && (
        <>
          <p className="font-semibold">Public, read-only</p>
          <p>Everybody who can open this page sees what its role may read. Nobody signs in.</p>
          <RoleFacts {...roleIdentity(visitor.roleArn)} />
        </>
      )}
      {visitor.kind === "local" && (
        <>
          <p>
            The program in your terminal asks AWS with this machine’s credentials. None of them is in this
            page. The program ends with the terminal.
          </p>
          {visitor.identity && <RoleFacts {...visitor.identity} />}
        </>
      )}
      {identify && <AskedRole identify={identify} />}
      {signOut && <SignOutButton signOut={signOut} />}
    </div>
  );
}

function AskedRole({ identify }: Required<Pick<Account, "identify">>) {
  const { data, error } = useCallerIdentity(identify);
  if (data) return <RoleFacts {...data} />;
  if (error) return <p className="text-muted">Account and role are not known: {errorWords(error).title}.</p>;
  return <p className="text-muted">Asking AWS for account and role…</p>;
}

function RoleFacts({ account, role }: CallerIdentity) {
  return (
    <PropertyList>
      <Property name="AWS account">
        <Code text={account} copyAs="account id" />
      </Property>
      <Property name="Role">
        <Code text={role} />
      </Property>
    </PropertyList>
  );
}

function SignOutButton({ signOut }: Required<Pick<Account, "signOut">>) {
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    void signOut();
  };
  return (
    <Button aria-disabled={isLeaving} onClick={isLeaving ? undefined : leave}>
      {isLeaving ? "Signing out…" : "Sign out"}
    </Button>
  );
}
