import type { HeadlineProps } from "../deployment/status/FailureHeadline.tsx";
import { laterPart } from "../../ui/later-part.tsx";

/** Where it failed, in a line. */
export const WallHeadline = laterPart<HeadlineProps>(
  "What the targets say",
  async () => (await import("../deployment/status/FailureHeadline.tsx")).FailureHeadline,
  { place: "phrase", fallback: ({ otherwise }) => otherwise },
);
