import { Share2 } from "lucide-react";
import { useState } from "react";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Popover, closePanelOf } from "../../../ui/dialog/Popover.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import type { SharedText } from "./ShareTextDialog.tsx";
import type { SnapshotForm } from "./SnapshotDialog.tsx";

export interface SharedDeployment extends DeploymentRef {
  deployment: Deployment;
}

interface ShareMenuProps extends SharedDeployment {
  /** Whether the page shows a snapshot: that is kept already, and has an address only where a link held it. */
  isSnapshot?: boolean;
}

interface TextDialogProps extends SharedDeployment {
  shared: SharedText;
  close: () => void;
}

interface SnapshotDialogProps extends DeploymentRef {
  form: SnapshotForm;
  close: () => void;
}

const ShareTextDialog = laterPart<TextDialogProps>(
  "What would be copied",
  async () => (await import("./ShareTextDialog.tsx")).ShareTextDialog,
);

const SnapshotDialog = laterPart<SnapshotDialogProps>(
  "What would be saved",
  async () => (await import("./SnapshotDialog.tsx")).SnapshotDialog,
);

/** What of the page can be passed on. Whatever holds more than its address is shown before it leaves. */
export function ShareMenu({ isSnapshot = false, ...shown }: ShareMenuProps) {
  const [shared, share] = useState<SharedText>();
  const [form, keep] = useState<SnapshotForm>();
  return (
    <>
      <Popover
        name="Share"
        button={{
          "aria-label": "Share",
          title: "Share",
          children: (
            <>
              <Share2 aria-hidden size={16} />
              <span className="max-sm:hidden">Share</span>
            </>
          ),
        }}
        className="w-72 max-w-[calc(100vw-2rem)]"
      >
        <ul className="space-y-2">
          {(!isSnapshot || location.hash !== "") && (
            <li>
              <CopyButton text={() => location.href} what="link to what you see" label="Copy link" />
            </li>
          )}
          <Entry name="Copy as Markdown…" choose={() => share("markdown")} />
          <Entry name="Copy for Slack…" choose={() => share("slack")} />
          {!isSnapshot && <Entry name="Save snapshot…" choose={() => keep("file")} />}
          {!isSnapshot && <Entry name="Copy snapshot link…" choose={() => keep("link")} />}
          <Entry name="Print…" choose={() => print()} />
        </ul>
      </Popover>
      {shared && <ShareTextDialog {...shown} shared={shared} close={() => share(undefined)} />}
      {form && (
        <SnapshotDialog
          region={shown.region}
          deploymentId={shown.deploymentId}
          form={form}
          close={() => keep(undefined)}
        />
      )}
    </>
  );
}

function Entry({ name, choose }: { name: string; choose: () => void }) {
  return (
    <li>
      <Button
        size="small"
        onClick={({ currentTarget }) => {
          closePanelOf(currentTarget);
          choose();
        }}
      >
        {name}
      </Button>
    </li>
  );
}
