import { Bell, BellRing } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { playTones } from "../../ui/play-tones.ts";
import { usePreference } from "../../ui/use-preference.ts";
import { MELODIES_HZ } from "./use-alerts.ts";

/** What this browser does when a deployment ends or waits for somebody: nothing, until it is asked to. */
export function AlertMenu() {
  const id = useId();
  const [notifies, setNotifies] = usePreference("notify", false);
  const [sounds, setSounds] = usePreference("sound", false);
  const [permission, setPermission] = useState(currentPermission);
  const isOn = (notifies && permission === "granted") || sounds;
  const chooseNotifications = async (wanted: boolean) => {
    if (!wanted) return setNotifies(false);
    const answer = "Notification" in window ? await Notification.requestPermission() : "denied";
    setPermission(answer);
    setNotifies(answer === "granted");
  };
  return (
    <>
      <Button look="bare" popoverTarget={id} aria-label="Tell me when it ends" title="Tell me when it ends">
        {isOn ? <BellRing aria-hidden size={16} /> : <Bell aria-hidden size={16} />}
      </Button>
      <fieldset
        id={id}
        popover="auto"
        className="fixed inset-auto top-14 right-4 max-w-80 space-y-2 rounded-lg border border-edge bg-page p-4 text-sm text-ink shadow-lg"
      >
        <legend className="float-left mb-2 w-full font-semibold">When it ends or waits for somebody</legend>
        <Checkbox
          label="Desktop notification"
          isOn={notifies && permission === "granted"}
          set={(wanted) => void chooseNotifications(wanted)}
        />
        <Checkbox
          label="Sound"
          isOn={sounds}
          set={(wanted) => {
            setSounds(wanted);
            if (wanted) void playTones(MELODIES_HZ.good);
          }}
        />
        {permission === "denied" && (
          <p className="text-muted">
            This browser does not let the page notify you. Allow notifications for it in the browser’s
            settings of this site, then choose it again.
          </p>
        )}
        <p className="text-muted">
          For every deployment that is open in this browser. With a notification, a tab in the background goes
          on asking AWS, every 30 s.
        </p>
      </fieldset>
    </>
  );
}

function currentPermission(): NotificationPermission {
  return "Notification" in window ? Notification.permission : "denied";
}
