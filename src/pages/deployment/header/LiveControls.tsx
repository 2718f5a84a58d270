import { Pause, Play, RotateCw } from "lucide-react";
import { useState } from "react";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { LiveDeployment } from "../../../queries/deployment.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { LiveExtras } from "../later-parts.tsx";
import { LiveState } from "./LiveState.tsx";

interface LiveControlsProps extends DeploymentRef {
  live: LiveDeployment;
}

/** How fresh the page is, and the reader's hand on it: pause or resume, and refresh now. */
export function LiveControls({ live, ...ref }: LiveControlsProps) {
  const [isRefreshing, setRefreshing] = useState(false);
  const hasEnded = isFinished(live.answer?.deployment.status);
  const refresh = async () => {
    setRefreshing(true);
    await live.refresh();
    setRefreshing(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-1">
      {/* On a phone it breaks into two lines before the buttons go into a row of their own. */}
      <div className="min-w-0 flex-1 basis-24 sm:flex-none sm:basis-auto">
        <LiveState live={live} />
      </div>
      <div className="flex items-center gap-1">
        {!hasEnded && (
          <Button
            look="bare"
            aria-label={live.isPaused ? "Resume refreshing" : "Pause refreshing"}
            title={live.isPaused ? "Resume refreshing" : "Pause refreshing"}
            onClick={() => live.setPaused(!live.isPaused)}
          >
            {live.isPaused ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
          </Button>
        )}
        <Button
          look="bare"
          aria-label="Refresh now"
          title="Refresh now"
          aria-disabled={isRefreshing}
          onClick={isRefreshing ? undefined : refresh}
        >
          <RotateCw aria-hidden size={16} className={isRefreshing ? "animate-spin" : undefined} />
        </Button>
        <LiveExtras live={live} {...ref} />
        <CopyButton text={() => location.href} what="link to what you see" label="Share" isBriefOnPhones />
      </div>
    </div>
  );
}
