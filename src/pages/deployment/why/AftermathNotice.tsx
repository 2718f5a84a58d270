import { aftermath, aftermathWords } from "../../../codedeploy/failure/aftermath.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Warns of what a deployment leaves behind, and says how to put it right. Nothing before the targets are known. */
export function AftermathNotice() {
  const { deployment } = useShownDeployment();
  const list = useTargetList();
  if (list.stage === "unknown" && !list.listError) return null;
  const left = aftermath(deployment, knownTargets(list), list.ids.length);
  if (!left) return null;
  const { title, text } = aftermathWords(left);
  return (
    <Notice tone="wait" title={title}>
      <p>{text}</p>
    </Notice>
  );
}
