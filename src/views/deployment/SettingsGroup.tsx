import type { ReactNode } from "react";

/** A titled part of the settings. */
export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      {children}
    </div>
  );
}
