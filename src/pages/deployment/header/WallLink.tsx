import { Tv } from "lucide-react";
import { Link } from "../../frame/Link.tsx";
import { useAddress } from "../../../app/navigation.ts";

/** Leads to the same deployment as it is read from across the room. */
export function WallLink() {
  const address = useAddress();
  if (address.page !== "deployment") return null;
  const { region, deploymentId, view } = address;
  return (
    <Link
      to={{ page: "wall", deployments: [{ region, deploymentId }], view }}
      className="inline-flex size-7 items-center justify-center rounded-md hover:bg-hover"
    >
      <Tv aria-hidden size={16} />
      <span className="sr-only">Wall view</span>
    </Link>
  );
}
