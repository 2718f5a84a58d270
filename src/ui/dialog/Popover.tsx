import type { ComponentProps, ReactNode } from "react";
import { useId, useState } from "react";
import { Button } from "../Button.tsx";

interface PopoverProps {
  /** The button that opens and closes it. */
  button: ComponentProps<typeof Button>;
  /** A fieldset takes its name from the legend among its children. */
  as?: "section" | "fieldset";
  /** What a screen reader calls a section. */
  name?: string;
  className: string;
  /** Rendered while it is open. */
  children: ReactNode;
}

/** A panel below the header's buttons. Escape and a click elsewhere close it. */
export function Popover({ button, as: Panel = "section", name, className, children }: PopoverProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="bare" popoverTarget={id} {...button} />
      <Panel
        id={id}
        popover="auto"
        aria-label={name}
        onBeforeToggle={({ newState }) => {
          if (newState === "open") setOpen(true);
        }}
        // Emptied once it is closed: until then what has the focus must be there, for it to go back to the button.
        onToggle={({ newState }) => setOpen(newState === "open")}
        className={`fixed inset-auto top-14 right-4 rounded-lg border border-edge bg-page p-4 text-sm text-ink shadow-lg ${className}`}
      >
        {isOpen && children}
      </Panel>
    </>
  );
}

/** Closes the panel that something stands in, which gives the focus back to its button. */
export function closePanelOf(element: Element): void {
  const panel = element.closest<HTMLElement>("[popover]");
  panel?.hidePopover();
}
