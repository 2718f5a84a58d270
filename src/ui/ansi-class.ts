import { clsx } from "clsx";
import type { AnsiColour } from "../format/ansi-colour.ts";
import type { AnsiStyle } from "../format/ansi.ts";

const TEXT: Readonly<Record<AnsiColour, string>> = {
  red: "text-ansi-red",
  green: "text-ansi-green",
  yellow: "text-ansi-yellow",
  blue: "text-ansi-blue",
  magenta: "text-ansi-magenta",
  cyan: "text-ansi-cyan",
  gray: "text-muted",
};

const AREA: Readonly<Record<AnsiColour, string>> = {
  red: "bg-ansi-red",
  green: "bg-ansi-green",
  yellow: "bg-ansi-yellow",
  blue: "bg-ansi-blue",
  magenta: "bg-ansi-magenta",
  cyan: "bg-ansi-cyan",
  gray: "bg-muted",
};

/** The classes that draw a piece of a log as its script wanted it, legibly in both themes. */
export function ansiClass({ colour, isBold, isItalic, isUnderlined, isInverse }: AnsiStyle): string {
  return clsx(
    isInverse && ["rounded-xs text-page", colour ? AREA[colour] : "bg-ink"],
    !isInverse && colour && TEXT[colour],
    isBold && "font-bold",
    isItalic && "italic",
    isUnderlined && "underline",
  );
}
