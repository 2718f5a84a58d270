import { useMemo, useState } from "react";
import { currentAddress, navigate } from "../../../app/navigation.ts";
import { isDeploymentId } from "../../../aws-names/deployment-id.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import type { TimeZone } from "../../../format/date-time.ts";
import type { LiveDeployment, RefreshOutcome } from "../../../queries/deployment.ts";
import { useAskGroupHistory } from "../../../queries/group-history.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { copyText } from "../../../ui/CopyButton.tsx";
import { Dialog } from "../../../ui/dialog/Dialog.tsx";
import { useStored } from "../../../ui/storage.ts";
import type { Shortcuts } from "../../frame/shortcuts.ts";
import { SHORTCUTS_ARE_ON, useShortcuts } from "../../frame/shortcuts.ts";

const KEYS = [
  ["?", "Show these keys"],
  ["r", "Refresh now"],
  ["p", "Pause or resume refreshing"],
  ["u", "Switch between local time and UTC"],
  ["y", "Copy the link to what you see"],
  ["j", "Open the deployment of this group before this one"],
  ["k", "Open the deployment of this group after this one"],
] as const;

const OUTCOMES: Readonly<Record<RefreshOutcome, string>> = {
  refreshed: "Refreshed",
  failed: "Could not be refreshed",
  "too-soon": "Refreshed a moment ago",
  offline: "This device is offline",
};

const NO_NEIGHBOUR = {
  previousId: "AWS lists no deployment of this group before this one",
  nextId: "AWS lists no deployment of this group after this one",
} as const;

interface KeyboardHelpProps {
  live: LiveDeployment;
  region: string;
  /** Whether the list of keys is open. */
  isShown: boolean;
  show: (isShown: boolean) => void;
}

/** The keys of a deployment's page: what they do, a list of them, and a switch for who does not want any. */
export function KeyboardHelp({ live, region, isShown, show }: KeyboardHelpProps) {
  const areOn = useStored(SHORTCUTS_ARE_ON);
  const [said, say] = useState("");
  const { refresh, isPaused, setPaused } = live;
  const deployment = live.answer?.deployment;
  const hasEnded = isFinished(deployment?.status);
  const askGroup = useAskGroupHistory(region, deployment);
  const shortcuts = useMemo<Shortcuts>(() => {
    const openNeighbour = async (which: "previousId" | "nextId") => {
      const group = await askGroup();
      const deploymentId = group?.[which];
      if (deploymentId !== undefined && isDeploymentId(deploymentId)) {
        navigate({ page: "deployment", region, deploymentId, view: currentAddress().view });
      } else say(group ? NO_NEIGHBOUR[which] : "AWS does not say which deployments this group has");
    };
    return {
      "?": () => show(true),
      r: () => {
        say("Refreshing");
        void refresh().then((outcome) => say(OUTCOMES[outcome]));
      },
      p: () => {
        if (hasEnded) return say("It has ended: nothing is refreshed by itself");
        setPaused(!isPaused);
        return say(isPaused ? "Refreshing again" : "Paused");
      },
      u: () => say(`Times in ${switchTimeZone() === "utc" ? "UTC" : "local time"}`),
      y: () => void copyText(location.href).then((isDone) => say(isDone ? "Link copied" : "Could not copy")),
      j: () => void openNeighbour("previousId"),
      k: () => void openNeighbour("nextId"),
    };
  }, [refresh, isPaused, setPaused, hasEnded, show, askGroup, region]);
  useShortcuts(shortcuts, areOn);
  return (
    <>
      <output className="sr-only">{said}</output>
      {isShown && (
        <Dialog
          name={{ label: "Keyboard shortcuts" }}
          onClose={() => show(false)}
          className="m-auto max-w-96 rounded-lg border p-5 text-sm"
        >
          <h2 className="mb-3 text-base font-semibold">Keyboard shortcuts</h2>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
            {KEYS.map(([key, what]) => (
              <div key={key} className="contents">
                <dt>
                  <kbd className="inline-block min-w-6 rounded border border-edge px-1.5 text-center font-mono">
                    {key}
                  </kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Checkbox label="Shortcuts are on" isOn={areOn} set={SHORTCUTS_ARE_ON.write} className="mt-4" />
          <form method="dialog" className="mt-4 text-right">
            <Button type="submit">Close</Button>
          </form>
        </Dialog>
      )}
    </>
  );
}

function switchTimeZone(): TimeZone {
  const address = currentAddress();
  const timeZone = address.view.timeZone === "utc" ? "local" : "utc";
  navigate({ ...address, view: { ...address.view, timeZone } }, "replace");
  return timeZone;
}
