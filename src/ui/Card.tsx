import type { ReactNode } from "react";
import { useId } from "react";

interface CardProps {
  title: string;
  /** Controls or a short fact at the heading's right. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, and a landmark for those who jump between regions. */
export function Card({ title, aside, children }: CardProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className="rounded-lg border border-line bg-page">
      <header className="flex min-h-10 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-1.5">
        <h2 id={headingId} className="font-semibold">
          {title}
        </h2>
        {aside}
      </header>
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}

/** The place of text that is on its way, in its final size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={`block animate-pulse rounded bg-hover ${className}`} />;
}
