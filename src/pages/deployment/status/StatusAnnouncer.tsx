import { useState } from "react";
import { statusFacts } from "../../../codedeploy/deployment/status.ts";

interface StatusAnnouncerProps {
  status: string | undefined;
  /** Which deployment, where there are several. */
  name?: string;
}

/**
 * Speaks a status to screen readers when it changes (an `output` is a polite live region); silent about the
 * first one, which the page itself says.
 */
export function StatusAnnouncer({ status, name = "Deployment" }: StatusAnnouncerProps) {
  const [spoken, setSpoken] = useState({ status, text: "" });
  if (spoken.status !== status) setSpoken({ status, text: `${name} status: ${statusFacts(status).word}` });
  return (
    <output aria-atomic className="sr-only">
      {spoken.text}
    </output>
  );
}
