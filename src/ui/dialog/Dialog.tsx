import type { ReactNode } from "react";

interface DialogProps {
  /** What a screen reader calls it, or the id of its title. */
  name: { label: string } | { titleId: string };
  /** Escape, or a form with `method="dialog"`, closes it. */
  onClose: () => void;
  className: string;
  children: ReactNode;
}

/** A modal dialog, open for as long as it is rendered. Afterwards the focus is where it was before. */
export function Dialog({ name, onClose, className, children }: DialogProps) {
  return (
    <dialog
      ref={openWhileRendered}
      aria-label={"label" in name ? name.label : undefined}
      aria-labelledby={"titleId" in name ? name.titleId : undefined}
      onClose={({ currentTarget }) => {
        // The event of one that has left the page, or was opened again at once, comes late.
        if (currentTarget.isConnected && !currentTarget.open) onClose();
      }}
      className={`border-edge bg-page text-ink backdrop:bg-ink/40 ${className}`}
    >
      {children}
    </dialog>
  );
}

function openWhileRendered(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  // Removing it would not give the focus back.
  return () => dialog.close();
}
