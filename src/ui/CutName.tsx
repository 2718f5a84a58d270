import { clsx } from "clsx";
import { visibleText } from "../format/text.ts";

/** Most places have room for so many characters. */
const ROOM = 20;
/** So many characters of the end stay in sight however narrow the place is, but half of the name at most, */
const TAIL = 12;
/** or, from 6 to 16, those from where its last words begin. */
const LAST_WORDS = /[\s/:._-][^\s/:._-][^]{4,14}$/;

interface CutNameProps {
  text: string;
  /** How many characters there is room for in any case, so that no such name is taken apart. */
  room?: number;
  className?: string;
}

/**
 * A name from outside in one line of whatever width, cut in its middle where that is too narrow: names that are alike differ at
 * their ends. The whole of it is for screen readers, for copying, and on hover.
 */
export function CutName({ text, room = ROOM, className }: CutNameProps) {
  const whole = visibleText(text);
  if (whole.length <= room) return <bdi className={clsx("truncate", className)}>{whole}</bdi>;
  const half = whole.slice(-Math.floor(whole.length / 2));
  const end = LAST_WORDS.exec(half)?.[0] ?? half.slice(-TAIL).replace(/^[\udc00-\udfff]/, "");
  return (
    <bdi
      title={whole}
      className={clsx(
        "relative inline-flex min-w-0 max-w-full align-bottom whitespace-nowrap print:whitespace-normal",
        className,
      )}
    >
      <span className="sr-only print:not-sr-only">{whole}</span>
      <span aria-hidden className="truncate select-none print:hidden">
        {whole.slice(0, whole.length - end.length)}
      </span>
      <span aria-hidden className="shrink-0 whitespace-pre select-none print:hidden">
        {end}
      </span>
    </bdi>
  );
}
