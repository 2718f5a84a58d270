import { clsx } from "clsx";
import type { ComponentPropsWithRef } from "react";
import { Button } from "./Button.tsx";

interface ToggleButtonProps extends ComponentPropsWithRef<"button"> {
  isOn: boolean;
}

/** A button that stays pressed: a filter, a mode. */
export function ToggleButton({ isOn, className, ...rest }: ToggleButtonProps) {
  return (
    <Button
      size="small"
      aria-pressed={isOn}
      className={clsx(isOn && "border-ink! bg-hover! ring-1 ring-ink ring-inset", className)}
      {...rest}
    />
  );
}
