import { ExternalLink as Icon } from "lucide-react";
import type { ReactNode } from "react";

/** A link out of the app, in a new tab. `href` is built by the caller from validated parts only. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon aria-hidden size={12} className="ml-1 inline-block text-muted" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}

/** A link into the AWS console; plain text where no link could be built. */
export function ConsoleLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href === undefined ? children : <ExternalLink href={href}>{children}</ExternalLink>;
}
