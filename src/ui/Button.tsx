import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  size?: "small" | "normal";
  /** `bare` has no border until it is pointed at: for toolbars. */
  look?: "bordered" | "bare" | "primary";
}

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
        "inline-flex items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors disabled:opacity-50",
        size === "small" ? "min-h-6 px-1.5 text-xs" : "min-h-8 px-2.5 text-sm",
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}
