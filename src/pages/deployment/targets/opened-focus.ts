import type { RefObject } from "react";
import { useEffect, useEffectEvent, useRef } from "react";

interface Opening {
  /** Is told what had the focus before, unless that was the page itself. */
  openerRef: RefObject<HTMLElement | null>;
  /** Whether a link to this page opened it, rather than its reader. */
  isLinkedRef: RefObject<boolean>;
}

/**
 * Puts the focus on what has been opened and brings its log in sight: when it opens, when it shows something else, and when
 * its details come, unless the reader has gone elsewhere by then.
 *
 * @param shown what it shows, by a name of its own
 * @param isThere whether the details have come
 * @returns to be the ref of an element in it; it is the section or the dialog around that
 */
export function useOpenedFocus(
  { openerRef, isLinkedRef }: Opening,
  shown: string,
  isThere: boolean,
): RefObject<HTMLElement | null> {
  const headRef = useRef<HTMLElement>(null);
  const openedRef = useRef<string>(undefined);
  const arrive = useEffectEvent((now: string, hasDetails: boolean) => {
    const panel = headRef.current?.closest<HTMLElement>("section, dialog");
    if (!panel) return;
    const isNew = openedRef.current !== now;
    openedRef.current = now;
    if (!panel.contains(document.activeElement)) {
      const opener = focused();
      if (!isNew || (isLinkedRef.current && opener && !leadsHere(opener))) return;
      openerRef.current = opener;
      panel.focus({ preventScroll: true });
    }
    panel.scrollIntoView({ block: "nearest" });
    if (hasDetails) panel.querySelector("[data-log]")?.scrollIntoView({ block: "nearest" });
  });
  useEffect(() => arrive(shown, isThere), [shown, isThere]);
  return headRef;
}

/** Gives the focus back to what opened a target; where that is gone, to the target's place among the others. */
export function giveFocusBack(frame: HTMLElement | null, opener: HTMLElement | null, id: string): void {
  // A cell that opened it may stand for another target by now.
  const isLeft = opener?.isConnected === true && !opener.closest("[data-cell]");
  const rows = [...(frame?.querySelectorAll<HTMLElement>("[data-target]") ?? [])];
  const place =
    frame?.querySelector<HTMLElement>('[data-cell][tabindex="0"]') ??
    rows.find((row) => row.dataset["target"] === id) ??
    rows[0];
  (isLeft ? opener : place)?.focus();
}

/** Whether it is the link that led to what is shown: it may have been followed before the targets were there. */
function leadsHere(opener: HTMLElement): boolean {
  return opener instanceof HTMLAnchorElement && opener.href === location.href;
}

/** What has the focus, other than the page itself. */
export function focused(): HTMLElement | null {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
}
