import type { MouseEvent, ReactNode } from "react";
import type { Address } from "../../app/pages.ts";
import { formatAddress } from "../../app/pages.ts";
import { navigate } from "../../app/navigation.ts";

interface LinkProps {
  to: Address;
  className?: string;
  children: ReactNode;
}

/** A link within the app: a real one, so that opening it in a new tab or copying it works as anywhere. */
export function Link({ to, className, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    const isPlainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlainClick) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={formatAddress(to)} className={className} onClick={follow}>
      {children}
    </a>
  );
}
