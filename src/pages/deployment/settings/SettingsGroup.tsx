import type { ReactNode } from "react";

/** A titled part of the settings. */
export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="break-inside-avoid not-last:mb-5">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {children}
    </div>
  );
}
