import { clsx } from "clsx";
import type { ReactNode } from "react";

interface NoticeProps {
  tone: "fail" | "wait" | "neutral";
  title: string;
  /** Words or buttons below the title. */
  children?: ReactNode;
}

const EDGES = { fail: "border-l-fail", wait: "border-l-wait", neutral: "border-l-edge" };

/** A message in its place on the page: what happened in bold, then what to do. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={clsx("rounded-md border border-l-4 border-line bg-sunken px-3 py-2", EDGES[tone])}>
      <p className="font-semibold">{title}</p>
      {children}
    </div>
  );
}
