import type { ReactNode } from "react";
import { useId, useState } from "react";
import type { RedactionChoice, RedactionCounts } from "../../../codedeploy/sharing/redaction.ts";
import { formatCount } from "../../../format/counts.ts";
import { cutText } from "../../../format/text.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/dialog/Dialog.tsx";
import { ScrollRegion } from "../../../ui/ScrollRegion.tsx";
import { RedactionFields } from "./RedactionFields.tsx";

/** More of a text at once would hold up the page. */
const SHOWN_AT_ONCE = 200_000;

interface SharePreviewProps {
  title: string;
  /** Exactly what leaves. */
  text: string;
  choice: RedactionChoice;
  choose: (choice: RedactionChoice) => void;
  counts: RedactionCounts;
  /** What stands below the text: how long it is, say. */
  note?: ReactNode;
  /** The button that lets it go. */
  leave: ReactNode;
  close: () => void;
}

/** Shows what would leave the page, with what is left out of it, before it does. */
export function SharePreview({ title, text, choice, choose, counts, note, leave, close }: SharePreviewProps) {
  const titleId = useId();
  const [mostShown, showMore] = useState(SHOWN_AT_ONCE);
  const left = text.length - mostShown;
  return (
    <Dialog
      name={{ titleId }}
      onClose={close}
      className="m-auto w-full max-w-200 rounded-lg border p-5 text-sm max-sm:max-w-[calc(100vw-1rem)] max-sm:p-4"
    >
      <h2 id={titleId} className="mb-3 text-base font-semibold">
        {title}
      </h2>
      <div className="space-y-3">
        <RedactionFields choice={choice} choose={choose} counts={counts} />
        <ScrollRegion
          name="What leaves the page"
          className="max-h-96 rounded-md border border-line bg-sunken"
        >
          <pre className="px-3 py-2 font-mono text-xs whitespace-pre-wrap">{cutText(text, mostShown)}</pre>
        </ScrollRegion>
        {left > 0 && (
          <p>
            Shown are {formatCount(mostShown)} of {formatCount(text.length)} characters. All of them leave.{" "}
            <Button size="small" onClick={() => showMore(mostShown + SHOWN_AT_ONCE)}>
              Show up to {formatCount(SHOWN_AT_ONCE)} more
            </Button>
          </p>
        )}
        {note}
      </div>
      <form method="dialog" className="mt-5 flex flex-wrap justify-end gap-2">
        <Button type="submit">Close</Button>
        {leave}
      </form>
    </Dialog>
  );
}
