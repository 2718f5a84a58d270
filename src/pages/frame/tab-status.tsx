import { useEffect } from "react";
import type { Tone } from "../../codedeploy/deployment/status.ts";
import { visibleText } from "../../format/text.ts";

/** Shows a title and the shape of a status in the browser's tab. Each page of the app calls it once. */
export function useTabStatus(title: string, tone: Tone = "neutral"): void {
  useEffect(() => {
    document.title = visibleText(title);
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = `${import.meta.env.BASE_URL}favicon-${tone}.svg`;
  }, [title, tone]);
}

/** {@link useTabStatus} for a part of a page that may not be there. */
export function TabStatus({ title, tone }: { title: string; tone?: Tone }) {
  useTabStatus(title, tone);
  return null;
}
