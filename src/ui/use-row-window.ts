import type { RefObject, UIEvent } from "react";
import { startTransition, useRef, useState } from "react";

/** Rows beyond the visible ones, so that scrolling finds them drawn. */
const OVERSCAN = 2;
/** The window moves in steps, so that scrolling seldom renders anything. */
const STEP = 2;

export interface RowWindow<Region extends HTMLElement> {
  regionRef: RefObject<Region | null>;
  onScroll: (event: UIEvent<Region>) => void;
  /** Index of the first row to draw, and of the one behind the last. */
  first: number;
  end: number;
  /** Scrolls the region, if need be, until a row is in sight. */
  reveal: (row: number) => void;
}

/**
 * Which of `count` rows of equal height to draw in a region that scrolls by itself and shows `visible` of them:
 * a fleet has thousands, and a plain table of them takes seconds to paint.
 */
export function useRowWindow<Region extends HTMLElement>(
  count: number,
  rowHeightPx: number,
  visible: number,
): RowWindow<Region> {
  const regionRef = useRef<Region>(null);
  const [top, setTop] = useState(0);
  const follow = (region: Region) => setTop(Math.floor(region.scrollTop / (rowHeightPx * STEP)) * STEP);
  const first = Math.max(0, Math.min(top, count - visible) - OVERSCAN);
  return {
    regionRef,
    onScroll: (event) => {
      const region = event.currentTarget;
      // In slices between frames: drawing many rows at once would hold up the scrolling itself.
      startTransition(() => follow(region));
    },
    first,
    end: Math.min(count, Math.max(0, top) + visible + STEP + OVERSCAN),
    reveal(row) {
      const region = regionRef.current;
      if (!region) return;
      // One row is left for a horizontal scroll bar, which may lie over the last.
      const lowest = (row + 2 - visible) * rowHeightPx;
      if (region.scrollTop > row * rowHeightPx) region.scrollTop = row * rowHeightPx;
      else if (region.scrollTop < lowest) region.scrollTop = lowest;
      follow(region);
    },
  };
}
