import type { ReactNode } from "react";

/** A word or two that mark what stands beside them; without colour, which is for status only. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-sm border border-edge px-1 text-xs font-medium whitespace-nowrap">
      {children}
    </span>
  );
}
