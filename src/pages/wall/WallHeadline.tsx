import type { SentenceProps } from "../deployment/status/StatusSentence.tsx";
import { laterPart } from "../../ui/later-part.tsx";

/** Where it failed, or what goes on, in a line. */
export const WallHeadline = laterPart<SentenceProps>(
  "What the targets say",
  async () => (await import("../deployment/status/StatusSentence.tsx")).StatusSentence,
  { place: "phrase", fallback: ({ first }) => first },
);
