import type { AppError } from "../../errors/app-error.ts";
import { readPolicy } from "../../errors/read-policy.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";

interface MissingPolicyProps {
  error: Pick<AppError, "kind" | "action" | "detail">;
  region: string;
}

/** What to add to the role's policy after CodeDeploy refused; nothing after any other failure. */
export function MissingPolicy({ error, region }: MissingPolicyProps) {
  const policy = readPolicy(error, region);
  if (policy === undefined) return null;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>A policy that allows it, for the role:</p>
        <CopyButton text={policy} what="policy" label="Copy policy" />
      </div>
      <CodeBlock text={policy} name="IAM policy" />
    </div>
  );
}
