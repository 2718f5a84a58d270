import { formatDateTime } from "../../../format/date-time.ts";
import { visibleText } from "../../../format/text.ts";
import { usePrinting } from "../../../ui/browser/printing.ts";

interface PrintHeadProps {
  /** When the answer came that the page shows (epoch ms). */
  updatedAtMs: () => number | undefined;
}

/** What a sheet of paper must say by itself: where it comes from, as of when, and in which time zone. */
export function PrintHead({ updatedAtMs }: PrintHeadProps) {
  if (!usePrinting()) return null;
  const asOfMs = updatedAtMs();
  return (
    <p>
      <span className="font-mono text-xs">{visibleText(location.href)}</span>
      <br />
      Times are in UTC.
      {asOfMs !== undefined && ` As AWS answered at ${formatDateTime(asOfMs, "utc")}.`}
    </p>
  );
}
