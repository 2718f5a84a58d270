import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useId, useState } from "react";
import { Button } from "../Button.tsx";
import { Dialog } from "./Dialog.tsx";

interface ConfirmDialogProps {
  title: string;
  /** Whether it holds more than some sentences. */
  isWide: boolean;
  /** What it is about and what will happen. */
  children: ReactNode;
  /** What is confirmed, as the button says it; absent where there is nothing to confirm, any more or at all. */
  confirm: { label: string; onConfirm: () => void } | undefined;
  /** Text that has to be typed before, for what cannot be taken back. */
  typed: { text: string; label: ReactNode } | undefined;
  /** What happens or has happened with it, spoken to screen readers as well. */
  said: ReactNode;
  onClose: () => void;
}

/**
 * Asks before something is done. The focus begins on the button that does nothing, and the Enter key elsewhere does nothing
 * either: nobody confirms by accident.
 */
export function ConfirmDialog({
  title,
  isWide,
  children,
  confirm,
  typed,
  said,
  onClose,
}: ConfirmDialogProps) {
  const titleId = useId();
  const inputId = useId();
  const [text, setText] = useState("");
  const isTyped = typed === undefined || text.trim() === typed.text;
  return (
    <Dialog
      name={{ titleId }}
      onClose={onClose}
      className={clsx(
        "m-auto w-full rounded-lg border p-5 text-sm max-sm:max-w-[calc(100vw-1rem)] max-sm:p-4",
        isWide ? "max-w-200" : "max-w-140",
      )}
    >
      <h2 id={titleId} className="mb-3 text-base font-semibold">
        {title}
      </h2>
      <div className="space-y-3">
        {children}
        {confirm && typed && (
          <div className="space-y-1">
            <label htmlFor={inputId} className="block">
              {typed.label}
            </label>
            <input
              id={inputId}
              value={text}
              onChange={({ target }) => setText(target.value)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="control w-full rounded-md border border-edge bg-page px-2.5 font-mono"
            />
          </div>
        )}
        <output className="block empty:hidden">{said}</output>
      </div>
      <form method="dialog" className="mt-5 flex flex-wrap justify-end gap-2">
        <Button type="submit" ref={focusFirst}>
          {confirm ? "Cancel" : "Close"}
        </Button>
        {confirm && (
          <Button
            look="primary"
            aria-disabled={!isTyped}
            className="aria-disabled:opacity-50"
            onClick={isTyped ? confirm.onConfirm : undefined}
          >
            {confirm.label}
          </Button>
        )}
      </form>
    </Dialog>
  );
}

/** A modal dialog gives the focus to what has this attribute, which React itself never writes. */
function focusFirst(button: HTMLButtonElement | null): void {
  button?.setAttribute("autofocus", "");
}
