import { Share2 } from "lucide-react";
import { useState } from "react";
import type { Deployment, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Popover, closePanelOf } from "../../../ui/Popover.tsx";
import { laterPart } from "../../../ui/later-part.tsx";
import type { SharedText } from "./ShareTextDialog.tsx";

export interface SharedDeployment extends DeploymentRef {
  deployment: Deployment;
}

interface TextDialogProps extends SharedDeployment {
  shared: SharedText;
  close: () => void;
}

const ShareTextDialog = laterPart<TextDialogProps>(
  "What would be copied",
  async () => (await import("./ShareTextDialog.tsx")).ShareTextDialog,
);

/** What of the page can be passed on. Whatever holds more than its address is shown before it leaves. */
export function ShareMenu(shown: SharedDeployment) {
  const [shared, share] = useState<SharedText>();
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
          <li>
            <CopyButton text={() => location.href} what="link to what you see" label="Copy link" />
          </li>
          <Entry name="Copy as Markdown…" choose={() => share("markdown")} />
          <Entry name="Copy for Slack…" choose={() => share("slack")} />
          <Entry name="Print…" choose={() => print()} />
        </ul>
      </Popover>
      {shared && <ShareTextDialog {...shown} shared={shared} close={() => share(undefined)} />}
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
