import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";

const SHOWN_FOR_MS = 2_000;

interface CopyButtonProps {
  /** A function where the text may have changed since the last render. */
  text: string | (() => string);
  /** What is copied, for the accessible name: "Copy deployment id". */
  what: string;
  /** Words on the button; without, it is an icon only. */
  label?: string;
}

/** Copies the raw text, not its visible form, and says "Copied" for two seconds. */
export function CopyButton({ text, what, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"none" | "copied" | "failed">("none");
  useEffect(() => {
    if (outcome === "none") return;
    const timer = setTimeout(() => setOutcome("none"), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const Icon = outcome === "copied" ? Check : Copy;
  const words = { none: label, copied: "Copied", failed: "Could not copy" }[outcome];
  return (
    <Button
      size={label === undefined ? "inline" : "small"}
      look={label === undefined ? "bare" : "bordered"}
      aria-label={outcome === "none" ? `Copy ${what}` : words}
      title={`Copy ${what}`}
      className={label === undefined ? "-my-1 ml-0.5 align-middle" : undefined}
      onClick={async () =>
        setOutcome((await copyText(typeof text === "string" ? text : text())) ? "copied" : "failed")
      }
    >
      <Icon aria-hidden size={14} />
      {words !== undefined && <span>{words}</span>}
    </Button>
  );
}

/** Puts text on the clipboard, also where the page came over plain HTTP; `false` when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** `navigator.clipboard` is missing outside secure contexts; the old command works there. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
