import { useSyncExternalStore } from "react";

let isBeingPrinted = false;

/** Whether the page is being printed, or shown as print: for what is drawn on paper and not on a screen. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isBeingPrinted);
}

/**
 * `beforeprint` comes before the browser takes its picture of the page, a change of the medium perhaps after it; only the
 * latter tells of a preview in the browser's tools.
 */
function subscribe(listener: () => void): () => void {
  const media = matchMedia("print");
  const set = (is: boolean) => {
    isBeingPrinted = is;
    listener();
  };
  const follow = () => set(media.matches);
  const begin = () => set(true);
  const end = () => set(false);
  isBeingPrinted ||= media.matches;
  media.addEventListener("change", follow);
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  return () => {
    media.removeEventListener("change", follow);
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}
