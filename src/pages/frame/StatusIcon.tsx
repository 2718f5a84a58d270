import type { DeploymentStatus } from "@aws-sdk/client-codedeploy";
import type { LucideIcon } from "lucide-react";
import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CirclePause,
  CircleX,
  LoaderCircle,
  Square,
  Timer,
} from "lucide-react";
import { createElement } from "react";
import { lookUp } from "../../values/look-up.ts";
import { statusFacts } from "../../codedeploy/deployment/status.ts";
import { TONE_TEXT } from "./tone.ts";

/** A shape of its own for each status, so that no two are told apart by colour alone. */
const ICONS: Readonly<Record<DeploymentStatus, LucideIcon>> = {
  Created: CircleDashed,
  Queued: CircleDashed,
  InProgress: LoaderCircle,
  Baking: Timer,
  Ready: CirclePause,
  Succeeded: CircleCheck,
  Failed: CircleX,
  Stopped: Square,
};

/** A deployment status as a shape in its colour; the word stands beside it, written by the caller. */
export function StatusIcon({ status, size = 16 }: { status: string | undefined; size?: number }) {
  return createElement(lookUp(ICONS, status) ?? CircleHelp, {
    "aria-hidden": true,
    size,
    className: `shrink-0 ${TONE_TEXT[statusFacts(status).tone]}`,
  });
}
