import type { ReactNode } from "react";

interface ScrollRegionProps {
  /** What a screen reader calls it. */
  name: string;
  className: string;
  children: ReactNode;
}

/** A part of the page that scrolls by itself, and can be reached and scrolled by keyboard. */
export function ScrollRegion({ name, className, children }: ScrollRegionProps) {
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={name}
      className={`overflow-auto bg-sunken p-3 print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </section>
  );
}
