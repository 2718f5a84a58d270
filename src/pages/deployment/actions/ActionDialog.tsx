import type { LiveActionKind } from "../../../codedeploy/actions/action.ts";
import { consequences } from "../../../codedeploy/actions/consequences.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { AskedActionProps } from "./AskedAction.tsx";
import { AskedAction } from "./AskedAction.tsx";

/** Says what an action will do to the deployment as it stands, and asks to confirm it. */
export function ActionDialog({ kind, ...asked }: AskedActionProps & { kind: LiveActionKind }) {
  const targets = knownTargets(useTargetList());
  const { will, warning, isIrreversible } = consequences(kind, asked.deployment, targets);
  return (
    <AskedAction
      {...asked}
      kind={kind}
      isIrreversible={isIrreversible}
      intentionAfter={(after) => ({ kind, after })}
    >
      <ul className="list-disc space-y-1 pl-5">
        {will.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {warning !== undefined && <Notice tone="wait" title={warning} />}
    </AskedAction>
  );
}
