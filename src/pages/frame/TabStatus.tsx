import type { Tone } from "../../codedeploy/deployment/status.ts";
import { useTabStatus } from "./use-tab-status.ts";

/** {@link useTabStatus} for a part of a page that may not be there. */
export function TabStatus({ title, tone }: { title: string; tone?: Tone }) {
  useTabStatus(title, tone);
  return null;
}
