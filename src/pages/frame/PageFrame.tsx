import type { ReactNode } from "react";
import { useAddress } from "../../app/navigation.ts";
import { TimeZoneProvider } from "../../ui/clock.ts";
import { usePrinting } from "../../ui/browser/printing.ts";
import { laterPart } from "../../ui/later-part.tsx";
import { AccountFooter, AccountMenu } from "../account/AccountMenu.tsx";
import { Frame, MenuPlace } from "./Frame.tsx";

const ViewMenu = laterPart("The menu for the view", async () => (await import("./ViewMenu.tsx")).ViewMenu, {
  place: "phrase",
  fallback: <MenuPlace />,
});

interface PageFrameProps {
  /** The page's heading, where it stands above the page rather than in it. Who is there stands beside it. */
  heading?: ReactNode;
  /** How fresh the page is and what acts on it, in the header. */
  controls?: ReactNode;
  /** The page's own entries of the menu for the view. */
  viewEntries?: ReactNode;
  /** Nothing is there to be looked at yet, so that the menu for the view is not asked for either: its place is kept. */
  isWaiting?: boolean;
  children: ReactNode;
}

/** What stands around every page. */
export function PageFrame({ viewEntries, isWaiting = false, ...frame }: PageFrameProps) {
  const { page, view } = useAddress();
  // Paper goes to people in other places, and has no switch.
  const isPrinting = usePrinting();
  return (
    <TimeZoneProvider value={isPrinting ? "utc" : view.timeZone}>
      <Frame
        {...frame}
        view={view}
        account={<AccountMenu />}
        menu={isWaiting ? <MenuPlace /> : <ViewMenu>{viewEntries}</ViewMenu>}
      />
      {/* What a snapshot shows has nothing to do with what the role may read. */}
      {page !== "snapshot" && <AccountFooter />}
    </TimeZoneProvider>
  );
}
