import { RotateCw } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { formatRelative } from "../../format/relative-time.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { useNow } from "../../ui/clock.ts";

interface ListControlsProps {
  /** When the list was read last, in epoch milliseconds. */
  readAtMs: number;
  isReading: boolean;
  refresh: () => void;
}

/** A list that is older than this is read anew when somebody comes back to it. */
const OLD_MS = 60_000;

/** How old a list is, with the reader's hand on it. It is read anew on request, and on return to the page, and else by nobody. */
export function ListControls({ readAtMs, isReading, refresh }: ListControlsProps) {
  const comeBack = useEffectEvent(() => {
    if (document.visibilityState === "visible" && Date.now() - readAtMs > OLD_MS) refresh();
  });
  useEffect(() => {
    comeBack();
    const listen = () => comeBack();
    document.addEventListener("visibilitychange", listen);
    return () => document.removeEventListener("visibilitychange", listen);
  }, []);
  return (
    <>
      <p className="min-w-0 flex-1 text-xs text-muted tabular-nums">
        <Age readAtMs={readAtMs} />
      </p>
      <Button
        look="bare"
        aria-label="Refresh now"
        title="Refresh now"
        aria-disabled={isReading}
        onClick={isReading ? undefined : refresh}
      >
        <RotateCw aria-hidden size={16} className={isReading ? "animate-spin" : undefined} />
      </Button>
      <CopyButton text={() => location.href} what="link to what you see" label="Copy link" />
    </>
  );
}

function Age({ readAtMs }: { readAtMs: number }) {
  const nowMs = useNow();
  return <>Listed {formatRelative(readAtMs, nowMs)}</>;
}
