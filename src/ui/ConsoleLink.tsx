import type { ReactNode } from "react";
import { ExternalLink } from "./ExternalLink.tsx";

/** A link into the AWS console; plain text where no link could be built. */
export function ConsoleLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  return href === undefined ? children : <ExternalLink href={href}>{children}</ExternalLink>;
}
