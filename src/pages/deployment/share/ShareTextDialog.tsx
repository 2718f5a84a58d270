import { useMemo, useState } from "react";
import { useIsLocal } from "../../../access/account.ts";
import { deploymentUrl } from "../../../aws-names/console-links.ts";
import { formatAddress } from "../../../app/pages.ts";
import { ALL_REDACTED, redact } from "../../../codedeploy/sharing/redaction.ts";
import { markdown, slackText } from "../../../codedeploy/sharing/summary-text.ts";
import { summary } from "../../../codedeploy/sharing/summary.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useGroupHistory } from "../../../queries/group-history.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { useWhatChanged } from "../../../queries/joins/what-changed.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { useStandingMs } from "../../../ui/clock.ts";
import { present } from "../../../values/lists.ts";
import type { SharedDeployment } from "./ShareMenu.tsx";
import { SharePreview } from "./SharePreview.tsx";

/** The two forms of a summary. */
export type SharedText = "markdown" | "slack";

const FORMS = {
  markdown: { title: "Copy as Markdown", what: "summary as Markdown", format: markdown },
  slack: { title: "Copy for Slack", what: "summary for Slack", format: slackText },
};

interface ShareTextDialogProps extends SharedDeployment {
  shared: SharedText;
  close: () => void;
}

/** A summary of the deployment, to be read and copied. */
export function ShareTextDialog({ shared, close, ...shown }: ShareTextDialogProps) {
  const { region, deploymentId, deployment } = shown;
  const [choice, choose] = useState(ALL_REDACTED);
  const list = useTargetList();
  const usualMs = useGroupHistory(region, deployment)?.usualMs;
  const { taskDefinitions } = useWhatChanged(region, deployment) ?? {};
  const images = useMemo(
    () => present(taskDefinitions?.now.containers.map(({ image }) => image)),
    [taskDefinitions],
  );
  // Of a deployment that goes on, as long as it has taken when the preview opened: the text stays what was read.
  const standsAtMs = useStandingMs();
  const [nowMs] = useState(() => standsAtMs ?? Date.now());
  const { title, what, format } = FORMS[shared];
  const isLocal = useIsLocal();
  const { text, counts } = useMemo(() => {
    const path = formatAddress({ page: "deployment", region, deploymentId, view: { timeZone: "local" } });
    const held = { deployment, targets: knownTargets(list), region, deploymentId, images };
    const redacted = redact(held, choice);
    const parts = summary({
      ...redacted.value,
      targetCount: list.ids.length,
      usualMs,
      // Nobody else reaches a page of this machine.
      link: (isLocal ? deploymentUrl(region, deploymentId) : undefined) ?? location.origin + path,
      nowMs,
    });
    return { text: format(parts), counts: redacted.counts };
  }, [region, deploymentId, deployment, list, images, choice, usualMs, nowMs, format, isLocal]);
  return (
    <SharePreview
      title={title}
      text={text}
      choice={choice}
      choose={choose}
      counts={counts}
      leave={<CopyButton text={text} what={what} label="Copy" />}
      close={close}
    />
  );
}
