import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  /** `inline` stands in a line of text, which has no room for more than 24 px; the others are 44 px high for a finger. */
  size?: "inline" | "small" | "normal";
  /** `bare` has no border until it is pointed at: for toolbars. */
  look?: "bordered" | "bare" | "primary";
}

const SIZES = {
  inline: "min-h-6 px-1.5 text-xs",
  small: "control-small px-1.5 text-xs",
  normal: "control px-2.5 text-sm",
};

const LOOKS = {
  bordered: "border border-line bg-page hover:bg-hover",
  bare: "border border-transparent hover:bg-hover",
  primary: "border border-ink bg-ink text-page hover:opacity-85",
};

/** A button at least 24 px high (WCAG 2.5.8); everything else is the native element's. */
export function Button({ size = "normal", look = "bordered", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={clsx(
        "inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-50 print:hidden",
        SIZES[size],
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}
