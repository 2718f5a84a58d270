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
  /** Scrolls the region to a place of before, in pixels. */
  scrollTo: (topPx: number) => void;
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
    scrollTo(topPx) {
      const region = regionRef.current;
      if (!region) return;
      region.scrollTop = topPx;
      follow(region);
    },
  };
}

/** A React key for each item that is drawn. */
export type RowKeys = ReadonlyMap<string, number>;

export const NO_ROW_KEYS: RowKeys = new Map();

/**
 * React keys for the drawn part of a long list: an item keeps its key as long as it is drawn, and an item that comes
 * into sight takes the key of one that has left. React then changes that row's texts instead of making a new one, which
 * is most of the work of scrolling.
 *
 * @param last the keys so far
 * @param items what is drawn now, each once
 */
export function recycleKeys(last: RowKeys, items: readonly string[]): RowKeys {
  const kept = new Map(items.flatMap((item) => entryOf(last, item)));
  const taken = new Set(kept.values());
  let free = 0;
  const keyFor = (item: string) => {
    const known = kept.get(item);
    if (known !== undefined) return known;
    while (taken.has(free)) free += 1;
    taken.add(free);
    return free;
  };
  return new Map(items.map((item) => [item, keyFor(item)]));
}

function entryOf(keys: RowKeys, item: string): [string, number][] {
  const key = keys.get(item);
  return key === undefined ? [] : [[item, key]];
}
