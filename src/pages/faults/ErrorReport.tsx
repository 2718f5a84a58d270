import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { ErrorWords } from "../../errors/error-words.ts";

interface ErrorReportProps {
  words: ErrorWords;
  /** `h2` where the frame's title is the page's heading. */
  heading: "h1" | "h2";
  /** Whether it takes the place of something that was on its way, and is to be spoken. */
  isAlert?: boolean;
  /** What helps to do it. */
  remedy?: ReactNode;
  /** Buttons and links: where to go from here. */
  actions?: ReactNode;
  /** Evidence. */
  children?: ReactNode;
}

/** A page's content when there is nothing else to show: what happened, what it means, what to do, the evidence. */
export function ErrorReport({
  words,
  heading: Heading,
  isAlert,
  remedy,
  actions,
  children,
}: ErrorReportProps) {
  const { title, meaning, steps } = words;
  return (
    <div className="mx-auto max-w-2xl space-y-6 py-4 sm:py-10">
      <div className="space-y-2" role={isAlert ? "alert" : undefined}>
        <Heading className="flex items-center gap-2.5 text-xl font-semibold">
          <TriangleAlert aria-hidden size={22} className="shrink-0 text-muted" />
          {title}
        </Heading>
        <p>{meaning}</p>
      </div>
      <ul className="list-disc space-y-1.5 pl-5 marker:text-muted">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {remedy}
      {actions !== undefined && <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{actions}</div>}
      {children}
    </div>
  );
}
