import { Settings2 } from "lucide-react";
import type { ReactNode } from "react";
import { useAddress } from "../../app/navigation.ts";
import { Popover } from "../../ui/dialog/Popover.tsx";
import { Link } from "./Link.tsx";
import { ThemeSwitch, useTheme } from "./ThemeSwitch.tsx";
import { TimeZoneSwitch } from "./TimeZoneSwitch.tsx";

/** How the reader wants to see the page: what is chosen once and then left alone. */
export function ViewMenu({ children }: { children?: ReactNode }) {
  // Another tab's choice is followed while the menu is closed, too.
  useTheme();
  return (
    <Popover
      name="View"
      button={{
        title: "Time zone, theme and more",
        className: "pointer-fine:min-w-8",
        children: (
          <>
            <Settings2 aria-hidden size={16} />
            <span className="max-sm:sr-only">View</span>
          </>
        ),
      }}
      className="space-y-3"
    >
      <TimeZoneSwitch />
      <ThemeSwitch />
      <WallLink />
      {children}
    </Popover>
  );
}

/** Leads to the same deployment, or the newest one of the same group, as it is read from across the room. */
function WallLink() {
  const address = useAddress();
  if (address.page !== "deployment" && address.page !== "group") return null;
  const { region, view } = address;
  const tile =
    address.page === "group"
      ? { region, applicationName: address.applicationName, deploymentGroupName: address.deploymentGroupName }
      : { region, deploymentId: address.deploymentId };
  return (
    <p>
      <Link to={{ page: "wall", tiles: [tile], view }} className="inline-flex min-h-6 items-center">
        Wall view
      </Link>
    </p>
  );
}
