import { useEffect } from "react";
import { navigate, useAddress } from "../../app/navigation.ts";
import type { Address, ViewState, WallTile as WallTileRef } from "../../app/address.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { formatCount } from "../../format/counts.ts";
import { formatTimeOfDay } from "../../format/date-time.ts";
import { useFoldedPolls } from "../../queries/folded-polls.ts";
import { TimeZoneProvider, useNow, useTimeZone } from "../../ui/clock.ts";
import { Link } from "../frame/Link.tsx";
import { ThemeSwitch } from "../frame/ThemeSwitch.tsx";
import { TabStatus } from "../frame/tab-status.tsx";
import { GroupTile } from "./GroupTile.tsx";
import { WallTile } from "./WallTile.tsx";

/** Each of them polls; what nobody can read from across the room is not worth AWS's limit. */
const MAX_TILES = 12;

interface WallPageProps {
  tiles: readonly WallTileRef[];
  /** The Regions that this installation shows. */
  regions: readonly string[];
}

/** Deployments and groups as they are read from across the room: no scrolling, no controls, and the screen stays awake. */
export function WallPage({ tiles, regions }: WallPageProps) {
  const { view } = useAddress();
  const distinct = new Map(tiles.map((tile) => [JSON.stringify(tile), tile]));
  const shown = [...distinct].slice(0, MAX_TILES);
  const left = distinct.size - shown.length;
  const first = shown[0]?.[1];
  useFoldedPolls();
  useWakeLock();
  useEffect(() => {
    if (!first) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape") navigate(pageOfTile(first, view));
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [first, view]);
  return (
    <TimeZoneProvider value={view.timeZone}>
      <main className="flex min-h-dvh flex-col gap-2 p-2 sm:h-dvh sm:gap-3 sm:p-3">
        {shown.length > 1 && <TabStatus title={pageTitle(`Wall of ${formatCount(shown.length)}`)} />}
        <h1 className="sr-only">Deployments on the wall</h1>
        <div
          className="grid min-h-0 flex-1 gap-2 max-sm:auto-rows-[minmax(22rem,1fr)] sm:auto-rows-fr sm:gap-3 portrait:grid-cols-1!"
          style={{ gridTemplateColumns: `repeat(${wallColumns(shown.length)}, minmax(0, 1fr))` }}
        >
          {shown.map(([key, tile]) => {
            const props = { regions, isOnly: shown.length === 1 };
            return "applicationName" in tile ? (
              <GroupTile key={key} {...tile} {...props} />
            ) : (
              <WallTile key={key} {...tile} {...props} />
            );
          })}
        </div>
        {left > 0 && (
          <p>
            {formatCount(left)} more are in the address and not shown: a wall has room for {MAX_TILES}.
          </p>
        )}
        <footer className="flex min-h-8 items-center justify-between gap-4 text-sm">
          <div className="flex items-center gap-3 text-muted">
            {first && <Link to={pageOfTile(first, view)}>Leave the wall view (Esc)</Link>}
            <ThemeSwitch isNameHidden />
          </div>
          <WallClock />
        </footer>
      </main>
    </TimeZoneProvider>
  );
}

/** The page of what a tile shows. */
function pageOfTile(tile: WallTileRef, view: ViewState): Address {
  return "applicationName" in tile ? { page: "group", ...tile, view } : { page: "deployment", ...tile, view };
}

/** The time of day: a wall whose clock stands still has died. */
export function WallClock() {
  const nowMs = useNow();
  const zone = useTimeZone();
  return (
    <p className="text-2xl font-semibold whitespace-nowrap xl:text-4xl tabular-nums">
      {formatTimeOfDay(nowMs, zone, "zoned")}
    </p>
  );
}

/** How many tiles stand side by side, on a screen that is wider than high. */
export function wallColumns(count: number): number {
  return Math.max(1, Math.ceil(Math.sqrt(count)));
}

/**
 * Keeps the screen awake while the page is in sight. The browser lets go of the lock whenever the page is hidden, so it is
 * asked for again on return. A browser that refuses, or does not know it, lets the screen sleep as ever.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Screen_Wake_Lock_API
 */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        const granted = await navigator.wakeLock.request("screen");
        if (isOver) await granted.release();
        else lock = granted;
      } catch {
        // Battery saving or a policy forbids it.
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", ask);
      lock?.release().catch(() => {});
    };
  }, []);
}
